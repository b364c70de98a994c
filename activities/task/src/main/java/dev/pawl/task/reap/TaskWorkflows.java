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
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.workflow.v1.PendingActivityInfo;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowException;
import io.temporal.client.WorkflowExecutionDescription;
import io.temporal.client.WorkflowExecutionMetadata;
import io.temporal.client.WorkflowNotFoundException;
import java.time.Duration;
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

    /**
     * An overloaded engine may answer "not found" for a workflow that runs, if the deadline of the call ends its query
     * (seen on SQLite). So it has to say so several times, each time without delay.
     */
    private static final int ASKED = 3;

    private static final Duration PROMPT = Duration.ofSeconds(1);

    private final WorkflowClient client;
    private final EngineIdentity engine;

    public TaskWorkflows(WorkflowClient client, EngineIdentity engine) {
        this.client = client;
        this.engine = engine;
    }

    /**
     * The current state of a task's workflow; later queries see nothing older.
     *
     * @throws io.temporal.client.WorkflowServiceException if the engine does not answer
     */
    WorkflowState of(TaskRow task) {
        for (int asked = 1; asked <= ASKED; asked++) {
            long began = System.nanoTime();
            try {
                return state(task, client.newUntypedWorkflowStub(task.id()).describe());
            } catch (WorkflowNotFoundException e) {
                if (System.nanoTime() - began > PROMPT.toNanos()) {
                    return new WorkflowState.Unsure();
                }
            }
        }
        return engine.judges(task.engine())
                ? ended(task, Outcome.FAILED, "the engine lost its workflow, as an engine in memory does at a restart")
                : new WorkflowState.Elsewhere(task.engine());
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

    private WorkflowState state(TaskRow task, WorkflowExecutionDescription workflow) {
        WorkflowExecutionStatus status = workflow.getStatus();
        return switch (status) {
            case WORKFLOW_EXECUTION_STATUS_COMPLETED -> completed(task);
            case WORKFLOW_EXECUTION_STATUS_FAILED -> ended(task, Outcome.FAILED, "its workflow failed");
            case WORKFLOW_EXECUTION_STATUS_CANCELED -> ended(task, Outcome.CANCELLED, "its workflow was cancelled");
            case WORKFLOW_EXECUTION_STATUS_TERMINATED -> ended(task, Outcome.FAILED, "its workflow was terminated");
            case WORKFLOW_EXECUTION_STATUS_TIMED_OUT -> ended(task, Outcome.FAILED, "its workflow timed out");
            // Anything else, including states of newer engines, is no end.
            case WORKFLOW_EXECUTION_STATUS_RUNNING,
                    WORKFLOW_EXECUTION_STATUS_CONTINUED_AS_NEW,
                    WORKFLOW_EXECUTION_STATUS_PAUSED,
                    WORKFLOW_EXECUTION_STATUS_UNSPECIFIED,
                    UNRECOGNIZED ->
                new Running(workflow.getRawDescription().getPendingActivitiesList().stream()
                        .filter(activity -> activity.getActivityType().getName().equals(AGENT))
                        .map(TaskWorkflows::attempt)
                        .toList());
        };
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
