package dev.pawl.gateway.engine;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryReverseRequest;
import io.temporal.client.WorkflowClient;
import java.util.List;

/** The end of a workflow's history. */
record NewestEvents(WorkflowClient client) {
    /** Newest first. */
    List<HistoryEvent> of(String workflowId, int most) {
        try {
            return client.getWorkflowServiceStubs()
                    .blockingStub()
                    .getWorkflowExecutionHistoryReverse(GetWorkflowExecutionHistoryReverseRequest.newBuilder()
                            .setNamespace(client.getOptions().getNamespace())
                            .setExecution(WorkflowExecution.newBuilder().setWorkflowId(workflowId))
                            .setMaximumPageSize(most)
                            .build())
                    .getHistory()
                    .getEventsList();
        } catch (StatusRuntimeException failure) {
            if (failure.getStatus().getCode() != Status.Code.UNIMPLEMENTED) {
                throw failure;
            }
            // The in-process engine reads forwards only, from memory.
            List<HistoryEvent> all = client.fetchHistory(workflowId).getEvents();
            return all.subList(Math.max(0, all.size() - most), all.size()).reversed();
        }
    }
}
