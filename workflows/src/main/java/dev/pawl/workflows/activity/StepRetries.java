package dev.pawl.workflows.activity;

import dev.pawl.workflows.model.FailureTypes;
import io.temporal.common.RetryOptions;
import java.time.Duration;

/** Retry options of a task's activities. */
public final class StepRetries {
    /** The failure type that the engine gives a start-to-close timeout. */
    private static final String RAN_TOO_LONG = "TemporalTimeout:StartToClose";

    /**
     * For activities on a host: retries at least 20 minutes of failures, such as a full disk or workers that keep dying,
     * with growing pauses. An activity that loses its worker even then probably kills it. A start-to-close timeout is
     * not retried, since it would recur.
     */
    public static final RetryOptions ON_HOST = RetryOptions.newBuilder()
            .setInitialInterval(Duration.ofMillis(500))
            .setMaximumInterval(Duration.ofMinutes(5))
            .setMaximumAttempts(15)
            .setDoNotRetry(
                    FailureTypes.INVALID_TASK,
                    FailureTypes.WORKSPACE_UNUSABLE,
                    FailureTypes.WORKSPACE_HELD,
                    FailureTypes.NOT_FOUND,
                    RAN_TOO_LONG)
            .build();

    private StepRetries() {}
}
