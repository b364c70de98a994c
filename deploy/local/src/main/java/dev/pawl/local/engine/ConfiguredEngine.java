package dev.pawl.local.engine;

import dev.pawl.local.home.LocalState;
import dev.pawl.local.home.Ports;
import io.temporal.envconfig.ClientConfigProfile;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import org.jspecify.annotations.Nullable;

/** An existing engine, found by Temporal's own environment configuration: address, namespace, TLS, API key. */
final class ConfiguredEngine implements Engine {
    private final ClientConfigProfile profile;

    ConfiguredEngine(ClientConfigProfile profile) {
        this.profile = profile;
    }

    @Override
    public String name() {
        return "engine";
    }

    @Override
    public void recover() {}

    @Override
    public void start(Ports ports) {}

    /** Not supervised: the worker reconnects by itself. */
    @Override
    public boolean alive() {
        return true;
    }

    @Override
    public void stop() {}

    @Override
    public WorkflowServiceStubsOptions connection() {
        return profile.toWorkflowServiceStubsOptions();
    }

    @Override
    public String namespace() {
        String namespace = profile.getNamespace();
        return namespace == null || namespace.isEmpty() ? "default" : namespace;
    }

    @Override
    public @Nullable String uiUrl() {
        return null;
    }

    @Override
    public LocalState.Engine state() {
        return new LocalState.Engine("configured", profile.getAddress(), namespace(), true, null);
    }

    @Override
    public String announcement() {
        return "engine: the configured one at " + profile.getAddress() + ", namespace " + namespace();
    }
}
