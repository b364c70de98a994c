package dev.pawl.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pawl.connection.EngineProfile;
import dev.pawl.local.intruder.Intruder;
import dev.pawl.local.intruder.Listeners;
import io.temporal.api.workflowservice.v1.ListNamespacesRequest;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.testserver.TestServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever has no credential gets nothing from a running stack, from the same machine and as the same user. */
class ControlPlaneIT {
    /** Gateway, its HTTP, health, database, the engine's frontend and Web UI, and four inner services of the engine. */
    private static final int LISTENERS = 10;

    @TempDir
    private Path directory;

    @AfterEach
    void leaveNothing() {
        RunningStack.processesOf(directory).forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    void everyListenerOfTheStackRefusesWhoHasNoCredential() throws Exception {
        Path home = directory.resolve("home");
        RunningStack stack = RunningStack.start(home, Map.of()).awaitReady();
        List<ProcessHandle> processes = RunningStack.processesOf(home);

        Set<Integer> ports = Listeners.ports(processes);
        assertThat(ports).hasSize(LISTENERS).contains(portsOf(stack.state()));
        assertThat(Listeners.unixSockets(processes)).isEmpty();
        for (int port : ports) {
            assertThat(Intruder.answers(port))
                    .as("port %d of %s", port, stack.state())
                    .isEmpty();
        }

        assertServesItsOwner(home);
        stack.handle().destroy();
        stack.exit();
    }

    /** The attempts above would find an open one. */
    @Test
    void anOpenServerIsFound() throws IOException {
        int port = freePort();
        try (TestServer.PortBoundTestServer open = TestServer.createPortBoundServer(port, true)) {
            assertThat(Intruder.answers(port)).isNotEmpty();
        }
    }

    private static Integer[] portsOf(JsonNode state) {
        String engine = state.at("/engine/address").asText();
        return new Integer[] {
            state.at("/gateway/port").asInt(),
            state.at("/database/port").asInt(),
            Integer.valueOf(engine.substring(engine.indexOf(':') + 1))
        };
    }

    private static void assertServesItsOwner(Path home) throws IOException {
        WorkflowServiceStubs stubs = WorkflowServiceStubs.newServiceStubs(
                EngineProfile.in(home.resolve("temporal.toml")).connection());
        try {
            assertThat(stubs.blockingStub()
                            .listNamespaces(ListNamespacesRequest.getDefaultInstance())
                            .getNamespacesCount())
                    .isPositive();
        } finally {
            stubs.shutdownNow();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
