package dev.pawl.task.reap;

import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.workflow.v1.WorkflowExecutionInfo;
import io.temporal.client.WorkflowExecutionMetadata;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.interceptors.WorkflowClientCallsInterceptor;
import io.temporal.common.interceptors.WorkflowClientCallsInterceptorBase;
import io.temporal.common.interceptors.WorkflowClientInterceptorBase;
import java.util.List;
import java.util.stream.Stream;

/**
 * Lists running workflows, which the in-process engine cannot do. Until {@link #are} is called, it fails as that engine
 * does.
 */
final class ListedWorkflows extends WorkflowClientInterceptorBase {
    private final DataConverter converter;
    private volatile List<String> running = List.of();
    private volatile boolean lists;

    ListedWorkflows(DataConverter converter) {
        this.converter = converter;
    }

    /** From now on, the engine lists these as running for a long time. */
    void are(String... ids) {
        running = List.of(ids);
        lists = true;
    }

    @Override
    public WorkflowClientCallsInterceptor workflowClientCallsInterceptor(WorkflowClientCallsInterceptor next) {
        return new WorkflowClientCallsInterceptorBase(next) {
            @Override
            public ListWorkflowExecutionsOutput listWorkflowExecutions(ListWorkflowExecutionsInput input) {
                return lists ? new ListWorkflowExecutionsOutput(all()) : super.listWorkflowExecutions(input);
            }
        };
    }

    private Stream<WorkflowExecutionMetadata> all() {
        return running.stream()
                .map(id -> new WorkflowExecutionMetadata(
                        WorkflowExecutionInfo.newBuilder()
                                .setExecution(WorkflowExecution.newBuilder().setWorkflowId(id))
                                .build(),
                        converter));
    }
}
