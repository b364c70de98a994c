package dev.pawl.local.engine;

import dev.pawl.connection.EngineProfile;
import dev.pawl.local.home.LocalState;
import dev.pawl.local.home.Ports;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import org.jspecify.annotations.Nullable;

/** An existing engine, found by Temporal's own environment configuration: address, namespace, TLS, API key. */
final class ConfiguredEngine implements Engine {
    private final EngineProfile profile;

    ConfiguredEngine(EngineProfile profile) {
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
        return profile.connection();
    }

    @Override
    public String namespace() {
        return profile.namespace();
    }

    @Override
    public @Nullable String uiUrl() {
        return null;
    }

    @Override
    public LocalState.Engine state() {
        return new LocalState.Engine(
                "configured", profile.address(), namespace(), true, !profile.hasCredential(), null, null);
    }

    @Override
    public String announcement() {
        String found = "engine: the configured one at " + profile.address() + ", namespace " + namespace();
        return profile.hasCredential()
                ? found
                : found + ". It asks for NO CREDENTIAL: whoever reaches this address, agents too, controls all tasks";
    }
}
