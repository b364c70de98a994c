package dev.pawl.gateway.engine;

import dev.pawl.workflows.task.search.NamespaceAttributes;
import io.grpc.StatusRuntimeException;
import io.temporal.api.operatorservice.v1.ListSearchAttributesRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.serviceclient.OperatorServiceStubs;
import io.temporal.serviceclient.OperatorServiceStubsOptions;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The search attributes that the engine's namespace lacks. */
record NamespaceNote(WorkflowClient client, Duration limit) {
    /** With the command that registers them; empty if nothing is missing or the engine does not list them. */
    String text() {
        WorkflowServiceStubsOptions connection =
                client.getWorkflowServiceStubs().getOptions();
        String namespace = client.getOptions().getNamespace();
        OperatorServiceStubs stubs = OperatorServiceStubs.newServiceStubs(
                OperatorServiceStubsOptions.newBuilder(connection).validateAndBuildWithDefaults());
        try {
            return NamespaceAttributes.of(
                            namespace,
                            stubs.blockingStub()
                                    .withDeadlineAfter(limit.toMillis(), TimeUnit.MILLISECONDS)
                                    .listSearchAttributes(ListSearchAttributesRequest.newBuilder()
                                            .setNamespace(namespace)
                                            .build())
                                    .getCustomAttributesMap())
                    .advice()
                    .orElse("");
        } catch (StatusRuntimeException notSaid) {
            return "";
        } finally {
            // Does not close a channel that it did not create.
            if (connection.getChannel() == null) {
                stubs.shutdownNow();
            }
        }
    }
}
