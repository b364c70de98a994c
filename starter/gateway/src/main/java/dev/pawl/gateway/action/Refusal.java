package dev.pawl.gateway.action;

import dev.pawl.workflows.model.FailureTypes;
import io.temporal.failure.ApplicationFailure;
import java.util.Optional;

/**
 * A task's refusal of an update.
 *
 * @param type one of {@link FailureTypes}
 */
record Refusal(String type, String message) {
    /** Returns the innermost failure, as the SDK wraps those of validators; empty if the task did not refuse. */
    static Optional<Refusal> of(Throwable update) {
        Optional<Refusal> found = Optional.empty();
        for (Throwable cause = update.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof ApplicationFailure failure) {
                found = Optional.of(new Refusal(word(failure.getType()), failure.getOriginalMessage()));
            }
        }
        return found;
    }

    /** A wrapper without a cause has the name of a Java class. */
    private static String word(String type) {
        return type.indexOf('.') < 0 ? type : FailureTypes.NOT_NOW;
    }
}
