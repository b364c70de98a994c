package dev.pawl.workflows.task;

import dev.pawl.workflows.activity.AgentActivities;
import dev.pawl.workflows.activity.EvidenceActivities;
import dev.pawl.workflows.activity.JudgeActivities;
import dev.pawl.workflows.activity.TaskActivities;
import dev.pawl.workflows.activity.TaskQueues;
import dev.pawl.workflows.activity.WorkspaceActivities;
import dev.pawl.workflows.model.CheckSpec;
import dev.pawl.workflows.model.FailureTypes;
import dev.pawl.workflows.model.TaskRequest;
import dev.pawl.workflows.model.VerifyMode;
import io.temporal.activity.ActivityCancellationType;
import io.temporal.activity.ActivityOptions;
import io.temporal.activity.LocalActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.List;

/** The activities of a task with the queues, timeouts and retries each of them needs. */
final class TaskSteps {
    private static final Duration HEARTBEAT = Duration.ofSeconds(20);
    private static final Duration MARGIN = Duration.ofMinutes(1);
    private static final Duration SETUP = Duration.ofMinutes(10);
    private static final Duration JUDGE = Duration.ofMinutes(5);
    private static final Duration BOOKKEEPING = Duration.ofSeconds(10);

    /** Longer than a database that is away is waited for: such a failure is repeated. */
    private static final Duration LOCAL_BOOKKEEPING = Duration.ofMinutes(1);

    /** Bookkeeping is repeated until the database is back. */
    private static final RetryOptions UNTIL_DONE = RetryOptions.newBuilder()
            .setInitialInterval(Duration.ofMillis(100))
            .setMaximumInterval(Duration.ofSeconds(30))
            .setDoNotRetry(FailureTypes.INVALID_TASK, FailureTypes.NOT_FOUND)
            .build();

    /** A local activity without a number of attempts or an end of its own is never repeated by the SDK. */
    private static final RetryOptions LOCALLY_UNTIL_DONE = RetryOptions.newBuilder(UNTIL_DONE)
            .setMaximumAttempts(Integer.MAX_VALUE)
            .build();

    /**
     * Some minutes of failures, such as a full disk, or as many lost workers. A step that loses more of them is more likely
     * than not what kills them.
     */
    private static final RetryOptions A_DOZEN_TIMES = RetryOptions.newBuilder()
            .setInitialInterval(Duration.ofMillis(500))
            .setMaximumInterval(Duration.ofSeconds(30))
            .setMaximumAttempts(12)
            .setDoNotRetry(
                    FailureTypes.INVALID_TASK,
                    FailureTypes.WORKSPACE_UNUSABLE,
                    FailureTypes.WORKSPACE_HELD,
                    FailureTypes.NOT_FOUND)
            .build();

    private final TaskRequest request;

    TaskSteps(TaskRequest request) {
        this.request = request;
    }

    /** Bookkeeping that other hosts and people wait for. */
    TaskActivities bookkeeping() {
        return Workflow.newActivityStub(
                TaskActivities.class,
                ActivityOptions.newBuilder()
                        .setTaskQueue(TaskQueues.TASKS)
                        .setStartToCloseTimeout(BOOKKEEPING)
                        .setRetryOptions(UNTIL_DONE)
                        .build());
    }

    /** Bookkeeping short enough to run within the workflow task. */
    TaskActivities localBookkeeping() {
        return Workflow.newLocalActivityStub(
                TaskActivities.class,
                LocalActivityOptions.newBuilder()
                        .setStartToCloseTimeout(LOCAL_BOOKKEEPING)
                        .setRetryOptions(LOCALLY_UNTIL_DONE)
                        // They are in the rows that it writes.
                        .setDoNotIncludeArgumentsIntoMarker(true)
                        .build());
    }

    WorkspaceActivities workspace(String hostId) {
        return Workflow.newActivityStub(
                WorkspaceActivities.class,
                onHost(TaskQueues.host(hostId), checking(request.checks()).plus(SETUP)));
    }

    AgentActivities agents(String hostId, Duration time) {
        return Workflow.newActivityStub(AgentActivities.class, onHost(TaskQueues.agents(hostId), time.plus(MARGIN)));
    }

    EvidenceActivities evidence(String hostId, List<CheckSpec> checks) {
        Duration once = checking(checks);
        Duration all = request.verify() == VerifyMode.WORKSPACE
                ? once
                : once.multipliedBy(2).plus(SETUP);
        return Workflow.newActivityStub(EvidenceActivities.class, onHost(TaskQueues.host(hostId), all));
    }

    JudgeActivities judge() {
        return Workflow.newActivityStub(JudgeActivities.class, onHost(TaskQueues.JUDGE, JUDGE));
    }

    private static ActivityOptions onHost(String queue, Duration startToClose) {
        return ActivityOptions.newBuilder()
                .setTaskQueue(queue)
                .setStartToCloseTimeout(startToClose)
                .setHeartbeatTimeout(HEARTBEAT)
                // A cancelled step ends its processes before the task goes on.
                .setCancellationType(ActivityCancellationType.WAIT_CANCELLATION_COMPLETED)
                .setRetryOptions(A_DOZEN_TIMES)
                .build();
    }

    private static Duration checking(List<CheckSpec> checks) {
        Duration sum = MARGIN;
        for (CheckSpec check : checks) {
            sum = sum.plus(check.timeout().multipliedBy(1L + check.retries()));
        }
        return sum;
    }
}
