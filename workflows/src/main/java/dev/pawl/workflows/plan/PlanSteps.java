package dev.pawl.workflows.plan;

import dev.pawl.workflows.activity.StepRetries;
import dev.pawl.workflows.activity.TaskQueues;
import dev.pawl.workflows.activity.plan.IntegrationActivities;
import dev.pawl.workflows.activity.plan.PlanActivities;
import dev.pawl.workflows.model.FailureTypes;
import dev.pawl.workflows.model.plan.PlanRequest;
import dev.pawl.workflows.model.request.StepTime;
import io.temporal.activity.ActivityCancellationType;
import io.temporal.activity.ActivityOptions;
import io.temporal.activity.LocalActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/** The activities of a plan with their queues, timeouts and retries. */
final class PlanSteps {
    private static final Duration HEARTBEAT = Duration.ofSeconds(20);
    private static final Duration BOOKKEEPING = Duration.ofSeconds(30);

    /** Longer than the wait for an unavailable database; such a failure is retried. */
    private static final Duration LOCAL_BOOKKEEPING = Duration.ofMinutes(1);

    /** Bookkeeping is retried until the database is back. */
    private static final RetryOptions UNTIL_DONE = RetryOptions.newBuilder()
            .setInitialInterval(Duration.ofMillis(100))
            .setMaximumInterval(Duration.ofSeconds(30))
            .setDoNotRetry(FailureTypes.INVALID_TASK, FailureTypes.NOT_FOUND, FailureTypes.CONTENT_LOST)
            .build();

    /** Without a maximum of attempts or a timeout the SDK never retries a local activity. */
    private static final RetryOptions LOCALLY_UNTIL_DONE = RetryOptions.newBuilder(UNTIL_DONE)
            .setMaximumAttempts(Integer.MAX_VALUE)
            .build();

    private PlanSteps() {}

    /** Bookkeeping that other hosts and people wait for. */
    static PlanActivities bookkeeping() {
        return Workflow.newActivityStub(
                PlanActivities.class,
                ActivityOptions.newBuilder()
                        .setTaskQueue(TaskQueues.TASKS)
                        .setStartToCloseTimeout(BOOKKEEPING)
                        .setRetryOptions(UNTIL_DONE)
                        .build());
    }

    /** Bookkeeping short enough to run within the workflow task. */
    static PlanActivities localBookkeeping() {
        return Workflow.newLocalActivityStub(
                PlanActivities.class,
                LocalActivityOptions.newBuilder()
                        .setStartToCloseTimeout(LOCAL_BOOKKEEPING)
                        .setRetryOptions(LOCALLY_UNTIL_DONE)
                        // The rows that it writes have them.
                        .setDoNotIncludeArgumentsIntoMarker(true)
                        .build());
    }

    /**
     * Steps on the plan's host. They wait for it as long as it takes.
     *
     * @param batch how many packages a step may integrate
     */
    static IntegrationActivities integration(String hostId, PlanRequest terms, int batch) {
        return Workflow.newActivityStub(
                IntegrationActivities.class,
                ActivityOptions.newBuilder()
                        .setTaskQueue(TaskQueues.host(hostId))
                        .setStartToCloseTimeout(StepTime.integrate(terms.setup(), terms.checks(), batch))
                        .setHeartbeatTimeout(HEARTBEAT)
                        .setCancellationType(ActivityCancellationType.WAIT_CANCELLATION_COMPLETED)
                        .setRetryOptions(StepRetries.ON_HOST)
                        .build());
    }

    /** The message for people when the engine gave up a step. */
    static String failed(ActivityFailure failure) {
        String reason = switch (failure.getCause()) {
            case ApplicationFailure application -> application.getOriginalMessage();
            case TemporalFailure temporal -> temporal.getOriginalMessage();
            case null, default -> failure.getMessage();
        };
        return reason == null || reason.isBlank() ? "step %s failed".formatted(failure.getActivityType()) : reason;
    }
}
