package dev.pawl.task.session;

import dev.pawl.workflows.model.evidence.Ending;
import dev.pawl.workflows.model.outcome.SessionStatus;

/** Maps the ending of a run to the status of its session. Only a run that finished by itself is completed. */
final class SessionEndings {
    private SessionEndings() {}

    static SessionStatus status(Ending ending) {
        return switch (ending) {
            case FINISHED -> SessionStatus.COMPLETED;
            case TIMED_OUT, IDLE -> SessionStatus.TIMED_OUT;
            case CANCELLED -> SessionStatus.CANCELLED;
            case TURN_LIMIT,
                    BUDGET,
                    ACCOUNT_BUDGET,
                    RATE_LIMITED,
                    BUSY,
                    OUT_OF_CREDIT,
                    SESSION_FULL,
                    REFUSED,
                    NOT_INSTALLED,
                    UNAUTHENTICATED,
                    INVALID,
                    PROVIDER_ERROR,
                    CRASHED -> SessionStatus.FAILED;
        };
    }
}
