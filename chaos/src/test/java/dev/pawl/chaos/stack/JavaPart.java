package dev.pawl.chaos.stack;

import dev.pawl.local.home.Ports;
import dev.pawl.local.part.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A Pawl process in a separate JVM, with its production options. */
abstract class JavaPart implements Part {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Setting setting;
    private final Path options;
    private final Path archive;
    private final Path log;
    private final String path;
    private volatile @Nullable Process process;

    /**
     * @param options the file with the JVM's options
     * @param archive name of the class-data archive that it creates and uses
     * @param path the search path of its programs
     */
    JavaPart(Setting setting, Path options, String archive, Path log, String path) {
        this.setting = setting;
        this.options = options;
        this.archive = Repository.file("chaos/target/" + archive);
        this.log = log;
        this.path = path;
    }

    /** The main class or jar, and its arguments. */
    abstract List<String> program(Ports ports);

    @Override
    public void recover() {}

    @Override
    public void start(Ports ports) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "@" + options,
                "-XX:SharedArchiveFile=" + archive));
        command.addAll(program(ports));
        command.addAll(setting.properties());
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("PAWL_") || name.startsWith("TEMPORAL_"));
        environment.put("PATH", path);
        process = builder.start();
    }

    /** Whether a run that ended by itself has left the archive that makes later starts quick. */
    boolean archived() {
        return Files.exists(archive);
    }

    @Override
    public boolean alive() {
        Process running = process;
        return running != null && running.isAlive();
    }

    /** Of the last start. */
    ProcessHandle handle() {
        Process running = process;
        if (running == null) {
            throw new IllegalStateException("the %s was not started".formatted(name()));
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
