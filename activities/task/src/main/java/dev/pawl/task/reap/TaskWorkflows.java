package dev.pawl.task.reap;

import dev.pawl.db.task.TaskRow;
import dev.pawl.task.EngineIdentity;
import dev.pawl.task.reap.WorkflowState.AgentAttempt;
import dev.pawl.task.reap.WorkflowState.Ended;
import dev.pawl.task.reap.WorkflowState.Running;
import dev.pawl.workflows.model.outcome.Cause;
import dev.pawl.workflows.model.outcome.Outcome;
import dev.pawl.workflows.model.outcome.TaskOutcome;
import dev.pawl.workflows.task.TaskWorkflow;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.PendingActivityState;
import io.temporal.api.workflow.v1.PendingActivityInfo;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowException;
import io.temporal.client.WorkflowExecutionMetadata;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The engine's view of tasks. */
public final class TaskWorkflows {
    /** The engine's name of the step that runs an agent. */
    private static final String AGENT = "RunAgent";

    private static final String OPEN =
            "WorkflowType = '%s' and ExecutionStatus = 'Running'".formatted(TaskWorkflow.TYPE);

    private final WorkflowClient client;
    private final AskedEngine engine;

    public TaskWorkflows(WorkflowClient client, EngineIdentity engine) {
        this.client = client;
        this.engine = new AskedEngine(client, engine);
    }

    /**
     * The current state of a task's workflow; later queries see nothing older.
     *
     * @throws io.temporal.client.WorkflowServiceException if the engine does not answer
     */
    WorkflowState of(TaskRow task) {
        return switch (engine.about(task.id(), task.engine())) {
            case EngineAnswer.Running running ->
                new Running(running.workflow().getRawDescription().getPendingActivitiesList().stream()
                        .filter(activity -> activity.getActivityType().getName().equals(AGENT))
                        .map(TaskWorkflows::attempt)
                        .toList());
            case EngineAnswer.Completed ignored -> completed(task);
            case EngineAnswer.Closed closed -> ended(task, closed.outcome(), closed.how());
            case EngineAnswer.Elsewhere elsewhere -> new WorkflowState.Elsewhere(elsewhere.engine());
            case EngineAnswer.Unsure ignored -> new WorkflowState.Unsure();
        };
    }

    /** Ids of the running workflows that began before a time; empty if the engine cannot list. */
    Optional<List<String>> openSince(Instant before) {
        try (Stream<WorkflowExecutionMetadata> open = client.listExecutions(OPEN)) {
            return Optional.of(open.filter(workflow -> workflow.getStartTime().isBefore(before))
                    .map(workflow -> workflow.getExecution().getWorkflowId())
                    .distinct()
                    .sorted()
                    .toList());
        } catch (StatusRuntimeException e) {
            if (e.getStatus().getCode() == Status.Code.UNIMPLEMENTED) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static AgentAttempt attempt(PendingActivityInfo activity) {
        return new AgentAttempt(
                activity.getAttempt(),
                activity.getState() != PendingActivityState.PENDING_ACTIVITY_STATE_SCHEDULED
                        && activity.getState() != PendingActivityState.PENDING_ACTIVITY_STATE_PAUSED);
    }

    /** The row or its writer was lost, but the engine still has the task's outcome. */
    private Ended completed(TaskRow task) {
        try {
            TaskOutcome outcome = client.newUntypedWorkflowStub(task.id()).getResult(TaskOutcome.class);
            return new Ended(outcome.reason(), outcome);
        } catch (WorkflowException e) {
            return ended(task, Outcome.FAILED, "its workflow completed without an outcome");
        }
    }

    private static Ended ended(TaskRow task, Outcome outcome, String how) {
        Cause cause = outcome == Outcome.CANCELLED ? Cause.NONE : Cause.INTERNAL;
        return new Ended(how, new TaskOutcome(outcome, cause, how, task.iteration(), task.snapshot()));
    }
}
