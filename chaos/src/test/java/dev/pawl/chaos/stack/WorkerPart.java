package dev.pawl.chaos.stack;

import dev.pawl.local.home.Ports;
import dev.pawl.local.stack.Part;
import dev.pawl.worker.PawlWorker;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A worker in a JVM of its own. */
final class WorkerPart implements Part {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path log;
    private final String path;
    private final List<String> properties;
    private volatile @Nullable Process process;

    /** @param path the search path of its programs */
    WorkerPart(Path log, String path, List<String> properties) {
        this.log = log;
        this.path = path;
        this.properties = List.copyOf(properties);
    }

    @Override
    public String name() {
        return "worker";
    }

    @Override
    public void recover() {}

    @Override
    public void start(Ports ports) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "@" + Repository.file("deploy/local/src/main/app/jvm.options"),
                "-XX:SharedArchiveFile=" + Repository.file("chaos/target/worker.jsa"),
                "-cp",
                System.getProperty("java.class.path"),
                PawlWorker.class.getName()));
        command.addAll(properties);
        command.add("--server.port=" + ports.health());
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("PAWL_") || name.startsWith("TEMPORAL_"));
        environment.put("PATH", path);
        process = builder.start();
    }

    @Override
    public boolean alive() {
        Process running = process;
        return running != null && running.isAlive();
    }

    ProcessHandle handle() {
        Process running = process;
        if (running == null) {
            throw new IllegalStateException("the worker was not started");
        }
        return running.toHandle();
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
