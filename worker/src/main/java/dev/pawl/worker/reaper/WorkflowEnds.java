package dev.pawl.worker.reaper;

import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowNotFoundException;
import java.util.Optional;

/** Whether the engine still has a task's workflow. */
final class WorkflowEnds {
    private final WorkflowClient client;

    WorkflowEnds(WorkflowClient client) {
        this.client = client;
    }

    /**
     * How the workflow of the task ended; empty while it runs.
     *
     * @throws io.temporal.client.WorkflowServiceException where the engine does not say
     */
    Optional<String> of(String taskId) {
        try {
            return ended(client.newUntypedWorkflowStub(taskId).describe().getStatus());
        } catch (WorkflowNotFoundException e) {
            return Optional.of("the engine does not know its workflow any more");
        }
    }

    private static Optional<String> ended(WorkflowExecutionStatus status) {
        return switch (status) {
            case WORKFLOW_EXECUTION_STATUS_COMPLETED -> Optional.of("its workflow completed without an outcome");
            case WORKFLOW_EXECUTION_STATUS_FAILED -> Optional.of("its workflow failed");
            case WORKFLOW_EXECUTION_STATUS_CANCELED -> Optional.of("its workflow was cancelled");
            case WORKFLOW_EXECUTION_STATUS_TERMINATED -> Optional.of("its workflow was terminated");
            case WORKFLOW_EXECUTION_STATUS_TIMED_OUT -> Optional.of("its workflow timed out");
            // Anything else, and what newer engines may say, is no end.
            case WORKFLOW_EXECUTION_STATUS_RUNNING,
                    WORKFLOW_EXECUTION_STATUS_CONTINUED_AS_NEW,
                    WORKFLOW_EXECUTION_STATUS_PAUSED,
                    WORKFLOW_EXECUTION_STATUS_UNSPECIFIED,
                    UNRECOGNIZED -> Optional.empty();
        };
    }
}
