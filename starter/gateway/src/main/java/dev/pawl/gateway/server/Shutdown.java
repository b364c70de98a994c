package dev.pawl.gateway.server;

import io.grpc.protobuf.services.HealthStatusManager;
import java.util.function.BooleanSupplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;

/** Whether the application shuts down. Health says so at once, before anything stops. */
public final class Shutdown implements ApplicationListener<ContextClosedEvent>, BooleanSupplier {
    private final ObjectProvider<HealthStatusManager> health;
    private volatile boolean begun;

    public Shutdown(ObjectProvider<HealthStatusManager> health) {
        this.health = health;
    }

    @Override
    public void onApplicationEvent(ContextClosedEvent event) {
        begun = true;
        health.ifAvailable(HealthStatusManager::enterTerminalState);
    }

    @Override
    public boolean getAsBoolean() {
        return begun;
    }
}
