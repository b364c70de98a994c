package dev.pawl.acceptance.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pawl.api.client.Endpoint;
import dev.pawl.api.client.PawlClient;
import dev.pawl.cli.local.LoginLink;
import dev.pawl.connection.EngineProfile;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** One local stack in its own home: started, killed and restarted like a user's. */
public final class LocalStack implements AutoCloseable {
    private static final Duration READY = Duration.ofMinutes(2);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path home;
    private final Map<String, String> environment;
    private @Nullable Process process;
    private @Nullable PawlClient client;

    private LocalStack(Path home, Map<String, String> environment) {
        this.home = home;
        this.environment = environment;
    }

    /** A stack in a new home, ready. */
    public static LocalStack started() {
        return started(Map.of());
    }

    /** @param environment additional variables of the process */
    public static LocalStack started(Map<String, String> environment) {
        try {
            LocalStack stack = new LocalStack(Files.createTempDirectory("pawl-home"), environment);
            stack.startOrEnd();
            return stack;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void startOrEnd() {
        try {
            start();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Starts the process, or restarts it in the same home, and waits until it serves. */
    public void start() {
        List<String> command = new ArrayList<>(Distribution.localCommand());
        command.addAll(List.of("--home", home.toString()));
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            home.resolve("process.log").toFile()));
            builder.environment().putAll(environment);
            Process started = builder.start();
            process = started;
            Awaitility.await("the stack is ready, see " + home)
                    .atMost(READY)
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> ready(started));
            client = PawlClient.connect(Endpoint.local(
                    state().at("/gateway/port").asInt(),
                    Path.of(state().at("/gateway/token_file").asText())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGKILL: no part of the process can clean up. */
    public void kill() {
        disconnect();
        end(running().destroyForcibly());
    }

    /** SIGTERM, as sent by {@code pawl down}. */
    public void terminate() {
        disconnect();
        running().destroy();
        end(running());
    }

    /** Where its gateway is called over HTTP. */
    public String httpUrl() {
        return state().at("/gateway/http_url").asText();
    }

    /** Of the gateway. */
    public String token() {
        return read("token");
    }

    public PawlClient client() {
        if (client == null) {
            throw new IllegalStateException("the stack is not started");
        }
        return client;
    }

    public Path home() {
        return home;
    }

    /** The name of its task queues. */
    public String hostId() {
        return read("host-id");
    }

    public String databaseUrl() {
        return "jdbc:postgresql://127.0.0.1:%d/pawl"
                .formatted(state().at("/database/port").asInt());
    }

    public String databasePassword() {
        return read("postgres/password");
    }

    /** Pid of the process of worker and gateway. */
    public long pid() {
        return running().pid();
    }

    /** How the clients of its own engine connect. */
    public WorkflowServiceStubsOptions engineConnection() {
        try {
            return EngineProfile.in(engineConfiguration()).connection();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For Temporal's own clients. */
    public Path engineConfiguration() {
        return home.resolve("temporal.toml");
    }

    /** Logs a browser in to the engine's Web UI, as {@code pawl ui} does. */
    public String loginLink() {
        return LoginLink.to(state().at("/ui_url").asText(), read("engine/ui-secret"), Instant.now());
    }

    /** On loopback. */
    public int databasePort() {
        return state().at("/database/port").asInt();
    }

    /** The content of local.json. */
    private JsonNode state() {
        try {
            return JSON.readTree(home.resolve("local.json").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (process != null && process.isAlive()) {
            terminate();
        }
    }

    private boolean ready(Process started) {
        if (!started.isAlive()) {
            throw new IllegalStateException("the stack ended with %d, see %s".formatted(started.exitValue(), home));
        }
        if (!Files.exists(home.resolve("local.json"))) {
            return false;
        }
        return state().path("pid").asLong() == started.pid();
    }

    private Process running() {
        if (process == null) {
            throw new IllegalStateException("the stack is not started");
        }
        return process;
    }

    private void disconnect() {
        if (client != null) {
            client.close();
            client = null;
        }
    }

    private String read(String file) {
        try {
            return Files.readString(home.resolve(file)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void end(Process process) {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("process " + process.pid() + " does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
