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
import io.temporal.common.Priority;
import io.temporal.common.RetryOptions;
import io.temporal.failure.ActivityFailure;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The activities of a task with their queues, timeouts and retries. */
final class TaskSteps {
    private static final Duration HEARTBEAT = Duration.ofSeconds(20);

    /** More than five minutes of judge calls, plus the time to end them and to store their cost. */
    private static final Duration JUDGE = Duration.ofMinutes(15);

    private static final Duration BOOKKEEPING = Duration.ofSeconds(10);

    /** The activity takes no time, but the open poll of a killed worker may swallow the task. */
    private static final Duration PRESENT = Duration.ofSeconds(2);

    /** Longer than the wait for an unavailable database; such a failure is retried. */
    private static final Duration LOCAL_BOOKKEEPING = Duration.ofMinutes(1);

    /** Bookkeeping is retried until the database is back. */
    private static final RetryOptions UNTIL_DONE = RetryOptions.newBuilder()
            .setInitialInterval(Duration.ofMillis(100))
            .setMaximumInterval(Duration.ofSeconds(30))
            .setDoNotRetry(FailureTypes.INVALID_TASK, FailureTypes.NOT_FOUND)
            .build();

    /** Without a maximum of attempts or a timeout the SDK never retries a local activity. */
    private static final RetryOptions LOCALLY_UNTIL_DONE = RetryOptions.newBuilder(UNTIL_DONE)
            .setMaximumAttempts(Integer.MAX_VALUE)
            .build();

    /** Of 1 to 5, first to last; the steps of a task that has begun have the default, 3. */
    private static final Priority AFTER_BEGUN_TASKS =
            Priority.newBuilder().setPriorityKey(4).build();

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
                        // The rows that this step writes contain them.
                        .setDoNotIncludeArgumentsIntoMarker(true)
                        .build());
    }

    /** To begin. A host finishes what it has begun before it prepares more, so that tasks do not all end late. */
    WorkspaceActivities newWorkspace(String hostId, Duration takenUp) {
        return Workflow.newActivityStub(
                WorkspaceActivities.class,
                ActivityOptions.newBuilder(onWorkspace(hostId, takenUp))
                        .setPriority(AFTER_BEGUN_TASKS)
                        .build());
    }

    WorkspaceActivities workspace(String hostId, Duration takenUp) {
        return Workflow.newActivityStub(WorkspaceActivities.class, onWorkspace(hostId, takenUp));
    }

    private ActivityOptions onWorkspace(String hostId, Duration takenUp) {
        return onHost(TaskQueues.host(hostId), takenUp, StepTime.prepare(request), "Prepare", "Deliver", "Release");
    }

    /** @param left the rest of the task's agent time */
    AgentActivities agents(String hostId, Duration takenUp, Duration left) {
        return Workflow.newActivityStub(
                AgentActivities.class, onHost(TaskQueues.agents(hostId), takenUp, StepTime.session(left), "RunAgent"));
    }

    EvidenceActivities evidence(String hostId, Duration takenUp, List<CheckSpec> checks) {
        return Workflow.newActivityStub(
                EvidenceActivities.class,
                onHost(TaskQueues.host(hostId), takenUp, StepTime.assess(request, checks), "Assess"));
    }

    /** @param takenUp schedule-to-start timeout; absent waits until the host answers */
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

    /** The message for people when the engine gave up a step. */
    String failed(ActivityFailure failure) {
        return StepFailure.reason(failure, limits);
    }

    /** @param takenUp schedule-to-start timeout, also after each lost attempt */
    private ActivityOptions onHost(String queue, Duration takenUp, Duration startToClose, String... steps) {
        return beating(queue, startToClose, steps)
                .setScheduleToStartTimeout(takenUp)
                .build();
    }

    /** @param steps the activity types whose timeouts to remember */
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
