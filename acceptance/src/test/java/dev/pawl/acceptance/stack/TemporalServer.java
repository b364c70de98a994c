package dev.pawl.acceptance.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** A team's Temporal server without any setup for Pawl. */
public final class TemporalServer implements AutoCloseable {
    private static final Duration READY = Duration.ofMinutes(1);

    private final String address;
    private final Process process;

    private TemporalServer(String address, Process process) {
        this.address = address;
        this.process = process;
    }

    /** @param searchAttributes its attributes, as {@code Name=Type} */
    public static TemporalServer with(String... searchAttributes) {
        try {
            int port = freePort();
            Path log = Files.createTempFile("temporal-server", ".log");
            List<String> command = new ArrayList<>(
                    List.of(EngineCommandLine.binary(), "server", "start-dev", "--headless", "--log-level", "error"));
            command.addAll(List.of("--ip", "127.0.0.1", "--port", Integer.toString(port)));
            for (String attribute : searchAttributes) {
                command.addAll(List.of("--search-attribute", attribute));
            }
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            TemporalServer server = new TemporalServer("127.0.0.1:" + port, process);
            Awaitility.await("the server is ready, see " + log)
                    .atMost(READY)
                    .until(() -> server.operator("cluster", "health") == 0);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String address() {
        return address;
    }

    /** Runs {@code temporal operator …} against it and returns the exit code. */
    public int operator(String... arguments) {
        List<String> command = new ArrayList<>(List.of("operator"));
        command.addAll(List.of(arguments));
        return EngineCommandLine.run(Map.of("TEMPORAL_ADDRESS", address), command);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
