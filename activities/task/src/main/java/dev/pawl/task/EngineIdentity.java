package dev.pawl.task;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.client.WorkflowClient;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which engine a worker is connected to: the id of its namespace, which is made with it. Safe for use by many threads. */
public final class EngineIdentity {
    private static final String UNKNOWN = "";

    private final WorkflowClient client;
    private volatile @Nullable String id;

    public EngineIdentity(WorkflowClient client) {
        this.client = client;
    }

    /**
     * Asks the engine once.
     *
     * @return empty if the engine does not say
     * @throws StatusRuntimeException if it cannot be reached
     */
    public String id() {
        String known = id;
        if (known == null) {
            known = ask();
            id = known;
        }
        return known;
    }

    /** Whether workflows of that engine can be in this one, or nowhere any more. */
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

    /** The engine inside a process keeps nothing over a restart, and derives the id of a namespace from its name. */
    private String inProcess() {
        return UUID.nameUUIDFromBytes(namespace().getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private String namespace() {
        return client.getOptions().getNamespace();
    }
}
