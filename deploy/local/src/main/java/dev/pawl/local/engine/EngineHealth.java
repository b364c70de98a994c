package dev.pawl.local.engine;

import io.grpc.StatusRuntimeException;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Whether a started server also serves. */
final class EngineHealth {
    private EngineHealth() {}

    static boolean answers(WorkflowServiceStubsOptions connection, Duration patience) {
        WorkflowServiceStubs stubs = WorkflowServiceStubs.newServiceStubs(connection);
        try {
            stubs.blockingStub()
                    .withDeadlineAfter(patience.toMillis(), TimeUnit.MILLISECONDS)
                    .withWaitForReady()
                    .describeNamespace(DescribeNamespaceRequest.newBuilder()
                            .setNamespace("default")
                            .build());
            return true;
        } catch (StatusRuntimeException e) {
            return false;
        } finally {
            stubs.shutdownNow();
        }
    }
}
