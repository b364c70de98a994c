package dev.pawl.task;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.client.WorkflowClient;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The engine that a worker is connected to, identified by its namespace's id, which is generated with the namespace.
 * Thread-safe.
 */
public final class EngineIdentity {
    private static final String UNKNOWN = "";

    private final WorkflowClient client;
    private volatile @Nullable String id;

    public EngineIdentity(WorkflowClient client) {
        this.client = client;
    }

    /**
     * Asks the engine, once.
     *
     * @return empty if the engine does not disclose it
     * @throws StatusRuntimeException if the engine cannot be reached
     */
    public String id() {
        String known = id;
        if (known == null) {
            known = ask();
            id = known;
        }
        return known;
    }

    /** Whether this engine can judge the workflows of that engine: they are in this one, or no longer anywhere. */
    public boolean judges(String engine) {
        return engine.equals(UNKNOWN) || id().equals(UNKNOWN) || engine.equals(id()) || engine.equals(inProcess());
    }

    private String ask() {
        try {
            return client.getWorkflowServiceStubs()
                    .blockingStub()
                    .describeNamespace(DescribeNamespaceRequest.newBuilder()
                            .setNamespace(namespace())
                            .build())
                    .getNamespaceInfo()
                    .getId();
        } catch (StatusRuntimeException e) {
            Status.Code code = e.getStatus().getCode();
            if (code == Status.Code.PERMISSION_DENIED || code == Status.Code.UNIMPLEMENTED) {
                return UNKNOWN;
            }
            throw e;
        }
    }

    /** The engine inside a process loses everything at a restart, and derives the id of a namespace from its name. */
    private String inProcess() {
        return UUID.nameUUIDFromBytes(namespace().getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private String namespace() {
        return client.getOptions().getNamespace();
    }
}
