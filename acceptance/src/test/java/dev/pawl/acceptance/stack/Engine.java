package dev.pawl.acceptance.stack;

import io.temporal.client.WorkflowClient;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.serviceclient.WorkflowServiceStubs;

/** Direct access to the engine of a stack. */
public final class Engine implements AutoCloseable {
    private final WorkflowServiceStubs stubs;

    public Engine(LocalStack stack) {
        this.stubs = WorkflowServiceStubs.newServiceStubs(stack.engineConnection());
    }

    /** For the task's latest run. */
    public WorkflowExecutionHistory history(String taskId) {
        return client().fetchHistory(taskId);
    }

    public WorkflowClient client() {
        return WorkflowClient.newInstance(stubs);
    }

    @Override
    public void close() {
        stubs.shutdownNow();
    }
}
