package dev.pawl.workflows.task;

import dev.pawl.workflows.activity.StepRetries;
import dev.pawl.workflows.activity.TaskQueues;
import dev.pawl.workflows.activity.agent.AgentActivities;
import dev.pawl.workflows.activity.evidence.EvidenceActivities;
import dev.pawl.workflows.activity.host.HostActivities;
import dev.pawl.workflows.activity.judge.JudgeActivities;
import dev.pawl.workflows.activity.task.TaskActivities;
import dev.pawl.workflows.activity.workspace.WorkspaceActivities;
import dev.pawl.workflows.model.FailureTypes;
import dev.pawl.workflows.model.request.CheckSpec;
import dev.pawl.workflows.model.request.StepTime;
import dev.pawl.workflows.model.request.TaskRequest;
import io.temporal.activity.ActivityCancellationType;
import io.temporal.activity.ActivityOptions;
import io.temporal.activity.LocalActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.failure.ActivityFailure;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The activities of a task with the queues, timeouts and retries each of them needs. */
final class TaskSteps {
    private static final Duration HEARTBEAT = Duration.ofSeconds(20);

    /** More than five minutes of questions to a judge, with the time to end them and to write down what they cost. */
    private static final Duration JUDGE = Duration.ofMinutes(15);

    private static final Duration BOOKKEEPING = Duration.ofSeconds(10);

    /** An answer takes no time; the open poll of a worker that was killed may take the question with it. */
    private static final Duration PRESENT = Duration.ofSeconds(2);

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

    private final TaskRequest request;
    private final Map<String, Duration> limits = new TreeMap<>();

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

    WorkspaceActivities workspace(String hostId, Duration takenUp) {
        return Workflow.newActivityStub(
                WorkspaceActivities.class,
                onHost(TaskQueues.host(hostId), takenUp, StepTime.prepare(request), "Prepare", "Deliver", "Release"));
    }

    /** @param left of the task's time for agents */
    AgentActivities agents(String hostId, Duration takenUp, Duration left) {
        return Workflow.newActivityStub(
                AgentActivities.class, onHost(TaskQueues.agents(hostId), takenUp, StepTime.session(left), "RunAgent"));
    }

    EvidenceActivities evidence(String hostId, Duration takenUp, List<CheckSpec> checks) {
        return Workflow.newActivityStub(
                EvidenceActivities.class,
                onHost(TaskQueues.host(hostId), takenUp, StepTime.assess(request, checks), "Assess"));
    }

    /** @param takenUp within which the host answers; absent waits until it does */
    HostActivities presence(String hostId, @Nullable Duration takenUp) {
        ActivityOptions.Builder options = ActivityOptions.newBuilder()
                .setTaskQueue(TaskQueues.presence(hostId))
                .setStartToCloseTimeout(PRESENT)
                .setRetryOptions(UNTIL_DONE);
        if (takenUp != null) {
            options.setScheduleToStartTimeout(takenUp);
        }
        return Workflow.newActivityStub(HostActivities.class, options.build());
    }

    JudgeActivities judge() {
        return Workflow.newActivityStub(
                JudgeActivities.class, beating(TaskQueues.JUDGE, JUDGE, "Judge").build());
    }

    /** What people read of a step that the engine gave up. */
    String failed(ActivityFailure failure) {
        return StepFailure.reason(failure, limits);
    }

    /** @param takenUp within which a worker of the host takes the step, again after each lost attempt */
    private ActivityOptions onHost(String queue, Duration takenUp, Duration startToClose, String... steps) {
        return beating(queue, startToClose, steps)
                .setScheduleToStartTimeout(takenUp)
                .build();
    }

    /** @param steps the activity types, under which their limit is remembered */
    private ActivityOptions.Builder beating(String queue, Duration startToClose, String... steps) {
        for (String step : steps) {
            limits.put(step, startToClose);
        }
        return ActivityOptions.newBuilder()
                .setTaskQueue(queue)
                .setStartToCloseTimeout(startToClose)
                .setHeartbeatTimeout(HEARTBEAT)
                // A cancelled step ends its processes before the task goes on.
                .setCancellationType(ActivityCancellationType.WAIT_CANCELLATION_COMPLETED)
                .setRetryOptions(StepRetries.ON_HOST);
    }
}
