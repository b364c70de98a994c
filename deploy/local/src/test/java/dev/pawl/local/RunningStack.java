package dev.pawl.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** The local stack as users have it, from target/app, without this user's configuration. */
final class RunningStack {
    private static final Path APP = Path.of("target", "app").toAbsolutePath();
    private static final Duration START = Duration.ofMinutes(3);
    private final Path home;
    private final Process process;

    private RunningStack(Path home, Process process) {
        this.home = home;
        this.process = process;
    }

    /** @param variables besides PATH, HOME and the cache directory */
    static RunningStack start(Path home, Map<String, String> variables, String... properties) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.add("@" + APP.resolve("jvm.options"));
        command.add("-XX:SharedArchiveFile=" + APP.resolveSibling("PawlLocalIT.jsa"));
        command.addAll(List.of("-jar", APP.resolve("pawl-local.jar").toString(), "--home", home.toString()));
        command.addAll(List.of(properties));
        Files.createDirectories(home.getParent());
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(home.resolveSibling(home.getFileName() + ".out").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("TEMPORAL_") || name.equals("PAWL_HOME"));
        builder.environment()
                .put("TEMPORAL_CONFIG_FILE", home.resolveSibling("none.toml").toString());
        builder.environment().putAll(variables);
        Files.deleteIfExists(home.resolve("start.log"));
        return new RunningStack(home, builder.start());
    }

    RunningStack awaitReady() {
        Awaitility.await().atMost(START).pollInterval(Duration.ofMillis(50)).until(() -> {
            List<String> said = progress();
            if (!process.isAlive() || said.stream().anyMatch(line -> line.startsWith("failed: "))) {
                throw new IllegalStateException("not started: " + said);
            }
            return said.contains("ready");
        });
        return this;
    }

    List<String> progress() throws IOException {
        Path log = home.resolve("start.log");
        return Files.exists(log) ? Files.readAllLines(log) : List.of();
    }

    JsonNode state() {
        try {
            return new ObjectMapper().readTree(home.resolve("local.json").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The status of a group of its health, or 0 if nobody answers. */
    int health(String group) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create(state().get("health_url").asText() + group))
                    .header("Authorization", "Bearer " + Files.readString(home.resolve("metrics-token")))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean stateFileExists() {
        return Files.exists(home.resolve("local.json"));
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** Waits for its end. */
    int exit() throws InterruptedException {
        if (!process.waitFor(2, java.util.concurrent.TimeUnit.MINUTES)) {
            throw new IllegalStateException("still runs");
        }
        return process.exitValue();
    }

    /** Every live process whose command line names the home: database, engine, the stack itself. */
    static List<ProcessHandle> processesOf(Path home) {
        return ProcessHandle.allProcesses()
                .filter(ProcessHandle::isAlive)
                .filter(candidate -> candidate.info().commandLine().orElse("").contains(home.toString()))
                .toList();
    }
}
