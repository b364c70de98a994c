package dev.pawl.workflows.task;

import dev.pawl.workflows.activity.StepRetries;
import dev.pawl.workflows.model.FailureTypes;
import dev.pawl.workflows.model.request.StepTime;
import io.temporal.api.enums.v1.RetryState;
import io.temporal.api.enums.v1.TimeoutType;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.failure.TimeoutFailure;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Describes for people how a step ended without a result. */
final class StepFailure {
    private StepFailure() {}

    /**
     * Names the step, and its timeout if it was exceeded.
     *
     * @param limits start-to-close timeouts by activity type
     */
    static String reason(ActivityFailure failure, Map<String, Duration> limits) {
        String step = failure.getActivityType();
        String reason = switch (last(failure.getCause())) {
            case TimeoutFailure timeout -> "step %s %s".formatted(step, timedOut(failure, timeout, limits.get(step)));
            case ApplicationFailure application -> message(application);
            case TemporalFailure temporal -> temporal.getOriginalMessage();
            case null, default -> failure.getMessage();
        };
        return reason == null ? "step " + step + " failed" : reason;
    }

    /** The failure of the last attempt, if the step was not started again after it. */
    private static @Nullable Throwable last(@Nullable Throwable cause) {
        return cause instanceof TimeoutFailure timeout
                        && timeout.getTimeoutType() == TimeoutType.TIMEOUT_TYPE_SCHEDULE_TO_START
                        && timeout.getCause() != null
                ? timeout.getCause()
                : cause;
    }

    static String message(ApplicationFailure failure) {
        return failure.getType().equals(FailureTypes.CONTENT_LOST)
                ? "%s; restore it from a backup and submit task %s again"
                        .formatted(
                                failure.getOriginalMessage(), Workflow.getInfo().getWorkflowId())
                : failure.getOriginalMessage();
    }

    private static String timedOut(ActivityFailure failure, TimeoutFailure timeout, @Nullable Duration limit) {
        return switch (timeout.getTimeoutType()) {
            case TIMEOUT_TYPE_START_TO_CLOSE ->
                "did not end within %s, its start-to-close timeout"
                        .formatted(limit == null ? "its time" : StepTime.text(limit));
            case TIMEOUT_TYPE_HEARTBEAT ->
                failure.getRetryState() == RetryState.RETRY_STATE_MAXIMUM_ATTEMPTS_REACHED
                        ? "lost its worker %d times".formatted(StepRetries.ON_HOST.getMaximumAttempts())
                        : "lost its worker";
            case TIMEOUT_TYPE_SCHEDULE_TO_START,
                    TIMEOUT_TYPE_SCHEDULE_TO_CLOSE,
                    TIMEOUT_TYPE_UNSPECIFIED,
                    UNRECOGNIZED -> "timed out: " + timeout.getOriginalMessage();
        };
    }
}
