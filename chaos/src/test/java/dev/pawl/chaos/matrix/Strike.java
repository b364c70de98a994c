package dev.pawl.chaos.matrix;

import dev.pawl.chaos.stack.Processes;
import dev.pawl.chaos.stack.Site;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.workflowservice.v1.ResetWorkflowExecutionRequest;
import java.util.List;
import java.util.UUID;

/** A fault for one task only. */
record Strike(String taskId) {
    void killAgent() {
        kill(Processes.of(taskId, "part.py"));
    }

    /** Including those that left its process session. */
    void killChildren() {
        kill(Processes.of(taskId, "sleep"));
    }

    private void kill(List<ProcessHandle> processes) {
        if (processes.isEmpty()) {
            throw new IllegalStateException("there is nothing to kill of " + taskId);
        }
        processes.forEach(ProcessHandle::destroyForcibly);
    }

    void cancel(Site site) {
        site.engine().newUntypedWorkflowStub(taskId).cancel();
    }

    void terminate(Site site) {
        site.engine().newUntypedWorkflowStub(taskId).terminate("by an operator");
    }

    /** To before its last step. */
    void reset(Site site) {
        long last = site.engine().fetchHistory(taskId).getEvents().stream()
                .filter(event -> event.getEventType() == EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED)
                .mapToLong(HistoryEvent::getEventId)
                .max()
                .orElseThrow();
        site.engine()
                .getWorkflowServiceStubs()
                .blockingStub()
                .resetWorkflowExecution(ResetWorkflowExecutionRequest.newBuilder()
                        .setNamespace(site.engine().getOptions().getNamespace())
                        .setWorkflowExecution(WorkflowExecution.newBuilder().setWorkflowId(taskId))
                        .setReason("by an operator")
                        .setWorkflowTaskFinishEventId(last)
                        .setRequestId(UUID.randomUUID().toString())
                        .build());
    }
}
