package dev.pawl.worker.health;

import io.grpc.StatusRuntimeException;
import io.temporal.api.workflowservice.v1.GetSystemInfoRequest;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether the engine answers within two seconds. */
public final class EngineProbe implements BooleanSupplier {
    private static final Logger log = LoggerFactory.getLogger(EngineProbe.class);
    private static final int SECONDS = 2;

    private final WorkflowServiceStubs engine;

    public EngineProbe(WorkflowServiceStubs engine) {
        this.engine = engine;
    }

    @Override
    public boolean getAsBoolean() {
        try {
            engine.blockingStub()
                    .withDeadlineAfter(SECONDS, TimeUnit.SECONDS)
                    .getSystemInfo(GetSystemInfoRequest.getDefaultInstance());
            return true;
        } catch (StatusRuntimeException e) {
            log.warn("the engine does not answer: {}", e.getStatus());
            return false;
        }
    }
}
