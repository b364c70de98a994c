package dev.pawl.workflows.activity;

import dev.pawl.workflows.model.FailureTypes;
import io.temporal.common.RetryOptions;
import java.time.Duration;

/** How the steps of a task are retried. */
public final class StepRetries {
    /** How the engine names a start-to-close timeout among failure types. */
    private static final String RAN_TOO_LONG = "TemporalTimeout:StartToClose";

    /**
     * Of a step on a host: some minutes of failures, such as a full disk, or as many lost workers. A step that loses more of
     * them is probably what kills them. One that ran out of its time would do so again and is not retried.
     */
    public static final RetryOptions ON_HOST = RetryOptions.newBuilder()
            .setInitialInterval(Duration.ofMillis(500))
            .setMaximumInterval(Duration.ofSeconds(30))
            .setMaximumAttempts(12)
            .setDoNotRetry(
                    FailureTypes.INVALID_TASK,
                    FailureTypes.WORKSPACE_UNUSABLE,
                    FailureTypes.WORKSPACE_HELD,
                    FailureTypes.NOT_FOUND,
                    RAN_TOO_LONG)
            .build();

    private StepRetries() {}
}
