package dev.pawl.worker.queue;

import io.grpc.Deadline;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.operatorservice.v1.AddSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.ListSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.OperatorServiceGrpc.OperatorServiceBlockingStub;
import io.temporal.common.SearchAttributeKey;
import io.temporal.serviceclient.OperatorServiceStubs;
import io.temporal.serviceclient.OperatorServiceStubsOptions;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The engine's operator service for the search attributes of one namespace. */
final class SearchAttributeOperator implements AutoCloseable {
    /** For all calls together: a task that is being registered waits for them. */
    private static final int SECONDS = 5;

    private final OperatorServiceStubs stubs;
    private final boolean ownChannel;
    private final String namespace;
    private final Deadline end = Deadline.after(SECONDS, TimeUnit.SECONDS);

    SearchAttributeOperator(WorkflowServiceStubsOptions connection, String namespace) {
        this.stubs = OperatorServiceStubs.newServiceStubs(
                OperatorServiceStubsOptions.newBuilder(connection).validateAndBuildWithDefaults());
        this.ownChannel = connection.getChannel() == null;
        this.namespace = namespace;
    }

    /** @throws StatusRuntimeException if the engine does not answer, does not support it or refuses */
    Map<String, IndexedValueType> list() {
        return stub().listSearchAttributes(ListSearchAttributesRequest.newBuilder()
                        .setNamespace(namespace)
                        .build())
                .getCustomAttributesMap();
    }

    /** @throws StatusRuntimeException as {@link #list()}; not if the attribute exists */
    void add(SearchAttributeKey<?> key) {
        try {
            stub().addSearchAttributes(AddSearchAttributesRequest.newBuilder()
                    .setNamespace(namespace)
                    .putSearchAttributes(key.getName(), key.getValueType())
                    .build());
        } catch (StatusRuntimeException e) {
            if (e.getStatus().getCode() != Status.Code.ALREADY_EXISTS) {
                throw e;
            }
        }
    }

    private OperatorServiceBlockingStub stub() {
        return stubs.blockingStub().withDeadline(end);
    }

    /** Does not close a channel that it did not create. */
    @Override
    public void close() {
        if (ownChannel) {
            stubs.shutdownNow();
        }
    }
}
