package dev.pawl.chaos.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pawl.local.home.Ports;
import dev.pawl.local.stack.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The local stack as its users have it: one process with everything. */
final class StackPart implements Part {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path home;
    private final String path;
    private volatile @Nullable Process process;

    /** @param path the search path of its programs */
    StackPart(Path home, String path) {
        this.home = home;
        this.path = path;
    }

    @Override
    public String name() {
        return "local stack";
    }

    @Override
    public void recover() {}

    @Override
    public void start(Ports ports) throws IOException {
        Path app = Repository.file("deploy/local/target/app");
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "@" + app.resolve("jvm.options"),
                "-XX:SharedArchiveFile=" + Repository.file("chaos/target/local.jsa"),
                "-jar",
                app.resolve("pawl-local.jar").toString(),
                "--home",
                home.toString(),
                "--pawl.agents.slots=32",
                "--pawl.checks.slots=32",
                "--pawl.judge.slots=32",
                "--pawl.judge.rate-per-second=1000",
                "--pawl.reaper.period=1s"));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        home.resolveSibling("stack.log").toFile()));
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.equals("PAWL_HOME") || name.startsWith("TEMPORAL_"));
        environment.put("PATH", path);
        process = builder.start();
    }

    @Override
    public boolean alive() {
        Process running = process;
        return running != null && running.isAlive();
    }

    /** As it says itself, for the process that runs now. */
    boolean ready() {
        Process running = process;
        try {
            return running != null
                    && Files.exists(home.resolve("local.json"))
                    && state().path("pid").asLong() == running.pid();
        } catch (IOException halfWritten) {
            return false;
        }
    }

    JsonNode state() throws IOException {
        return JSON.readTree(home.resolve("local.json").toFile());
    }

    /** Its engine and its database with it, as a power cut does. */
    void kill() throws IOException {
        JsonNode state = state();
        Process running = process;
        if (running != null) {
            Processes.killTree(running.toHandle());
        }
        ProcessHandle.of(state.at("/engine/pid").asLong()).ifPresent(Processes::killTree);
        ProcessHandle.of(Postmaster.of(home.resolve("postgres/data"))).ifPresent(Processes::killTree);
    }

    @Override
    public void stop() {
        Process running = process;
        if (running == null) {
            return;
        }
        running.destroy();
        try {
            if (!running.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                running.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
