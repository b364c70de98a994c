package dev.pawl.task.reap;

import dev.pawl.task.EngineIdentity;
import dev.pawl.workflows.model.outcome.Outcome;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionDescription;
import io.temporal.client.WorkflowNotFoundException;
import java.time.Duration;

/** Asks the engine about the workflow of a task or a plan. */
final class AskedEngine {
    /**
     * An overloaded engine may answer "not found" for a workflow that runs, if the deadline of the call ends its query
     * (seen on SQLite). So it has to say so several times, each time without delay.
     */
    private static final int ASKED = 3;

    private static final Duration PROMPT = Duration.ofSeconds(1);

    private final WorkflowClient client;
    private final EngineIdentity engine;

    AskedEngine(WorkflowClient client, EngineIdentity engine) {
        this.client = client;
        this.engine = engine;
    }

    /**
     * The current state; later calls see nothing older.
     *
     * @param of the id of the engine's namespace that the row names; empty if it names none
     * @throws io.temporal.client.WorkflowServiceException if the engine does not answer
     */
    EngineAnswer about(String workflowId, String of) {
        for (int asked = 1; asked <= ASKED; asked++) {
            long began = System.nanoTime();
            try {
                return answer(client.newUntypedWorkflowStub(workflowId).describe());
            } catch (WorkflowNotFoundException e) {
                if (System.nanoTime() - began > PROMPT.toNanos()) {
                    return new EngineAnswer.Unsure();
                }
            }
        }
        return engine.judges(of)
                ? failed("the engine lost its workflow, as an engine in memory does at a restart")
                : new EngineAnswer.Elsewhere(of);
    }

    private static EngineAnswer answer(WorkflowExecutionDescription workflow) {
        WorkflowExecutionStatus status = workflow.getStatus();
        return switch (status) {
            case WORKFLOW_EXECUTION_STATUS_COMPLETED -> new EngineAnswer.Completed();
            case WORKFLOW_EXECUTION_STATUS_FAILED -> failed("its workflow failed");
            case WORKFLOW_EXECUTION_STATUS_CANCELED ->
                new EngineAnswer.Closed(Outcome.CANCELLED, "its workflow was cancelled");
            case WORKFLOW_EXECUTION_STATUS_TERMINATED -> failed("its workflow was terminated");
            case WORKFLOW_EXECUTION_STATUS_TIMED_OUT -> failed("its workflow timed out");
            // Anything else, including states of newer engines, is no end.
            case WORKFLOW_EXECUTION_STATUS_RUNNING,
                    WORKFLOW_EXECUTION_STATUS_CONTINUED_AS_NEW,
                    WORKFLOW_EXECUTION_STATUS_PAUSED,
                    WORKFLOW_EXECUTION_STATUS_UNSPECIFIED,
                    UNRECOGNIZED -> new EngineAnswer.Running(workflow);
        };
    }

    private static EngineAnswer failed(String how) {
        return new EngineAnswer.Closed(Outcome.FAILED, how);
    }
}
