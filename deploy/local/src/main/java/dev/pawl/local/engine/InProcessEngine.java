package dev.pawl.local.engine;

import dev.pawl.local.home.LocalState;
import dev.pawl.local.home.Ports;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.testserver.TestServer;
import org.jspecify.annotations.Nullable;

/** An engine in this process's memory, for trying Pawl out. It does not skip time. */
final class InProcessEngine implements Engine {
    private TestServer.@Nullable InProcessTestServer server;

    @Override
    public String name() {
        return "engine";
    }

    @Override
    public void recover() {}

    @Override
    public void start(Ports ports) {
        server = TestServer.createServer(true);
    }

    @Override
    public boolean alive() {
        return server != null;
    }

    @Override
    public void stop() {
        if (server != null) {
            server.close();
            server = null;
        }
    }

    @Override
    public WorkflowServiceStubsOptions connection() {
        if (server == null) {
            throw new IllegalStateException("not started");
        }
        return WorkflowServiceStubsOptions.newBuilder()
                .setChannel(server.getChannel())
                .build();
    }

    @Override
    public String namespace() {
        return "default";
    }

    @Override
    public @Nullable String uiUrl() {
        return null;
    }

    @Override
    public LocalState.Engine state() {
        return new LocalState.Engine("in_process", "in-process", namespace(), false, false, null, null);
    }

    @Override
    public String announcement() {
        return "engine: in this process, because there is no Go to build the server."
                + " It DOES NOT SURVIVE A RESTART: running tasks are lost with it, and there is no Web UI."
                + " Install Go for an engine that does, or name your own with TEMPORAL_ADDRESS.";
    }
}
