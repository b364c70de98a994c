package dev.pawl.local.engine;

import dev.pawl.connection.EngineProfile;
import dev.pawl.local.home.JsonFile;
import dev.pawl.local.home.LocalHome;
import dev.pawl.local.home.LocalState;
import dev.pawl.local.home.Ports;
import dev.pawl.local.home.ProcessIdentity;
import dev.pawl.local.home.Signals;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A durable server of this home as a separate process, which outlives a killed stack and is then reused. It answers
 * only clients that have the certificate of the home.
 */
final class ServerEngine implements Engine {
    private static final Logger log = LoggerFactory.getLogger(ServerEngine.class);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Path binary;
    private final Path directory;
    private final EngineCredentials credentials;
    private @Nullable EngineRecord running;
    private @Nullable EngineProfile profile;

    ServerEngine(Path binary, LocalHome home) throws IOException {
        this.binary = binary;
        this.directory = home.part("engine");
        this.credentials = new EngineCredentials(home);
    }

    @Override
    public String name() {
        return "engine";
    }

    @Override
    public void recover() throws IOException {
        Optional<EngineRecord> left = JsonFile.read(record(), EngineRecord.class);
        if (left.isPresent() && left.get().process().alive().isPresent()) {
            if (serves(left.get())) {
                running = left.get();
                log.info("took over the engine of an earlier process, {}", left.get());
            } else {
                left.get().process().alive().ifPresent(process -> Signals.end(process, PATIENCE));
            }
        }
        endOthers();
    }

    /** Not without the certificates of this home, even if it answers others: then it is of an older build. */
    private boolean serves(EngineRecord left) throws IOException {
        credentials.prepare(binary);
        profile = credentials.configure(address(left));
        return EngineHealth.answers(profile.connection(), PATIENCE);
    }

    /**
     * If a stack was killed between starting a server and recording it, only the path of the database identifies that
     * server.
     */
    private void endOthers() {
        long known = running == null ? -1 : running.pid();
        List<ProcessHandle> others = ProcessHandle.allProcesses()
                .filter(process -> process.pid() != known && usesDatabase(process))
                .toList();
        others.forEach(process -> Signals.end(process, PATIENCE));
    }

    private boolean usesDatabase(ProcessHandle process) {
        return process.info()
                .arguments()
                .map(arguments -> Arrays.asList(arguments).contains(database().toString()))
                .orElse(false);
    }

    @Override
    public void start(Ports ports) throws IOException {
        if (running != null && alive()) {
            return;
        }
        credentials.prepare(binary);
        List<String> command = EngineCommand.of(
                binary, database(), credentials.directory(), credentials.uiSecret(), ports.engine(), ports.ui());
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile().toFile()))
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .start();
        ProcessIdentity identity = ProcessIdentity.of(process.toHandle());
        EngineRecord started = new EngineRecord(identity.pid(), identity.startedAt(), ports.engine(), ports.ui());
        running = started;
        profile = credentials.configure(address(started));
        JsonFile.write(record(), started);
    }

    @Override
    public boolean alive() {
        return running != null && running.process().alive().isPresent();
    }

    @Override
    public void stop() throws IOException {
        if (running != null) {
            running.process().alive().ifPresent(process -> Signals.end(process, PATIENCE));
            running = null;
        }
        Files.deleteIfExists(record());
    }

    @Override
    public WorkflowServiceStubsOptions connection() {
        if (profile == null) {
            throw new IllegalStateException("not started");
        }
        return profile.connection();
    }

    @Override
    public String namespace() {
        return "default";
    }

    @Override
    public @Nullable String uiUrl() {
        try {
            return "http://%s:%d".formatted(credentials.uiHost(), started().uiPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public LocalState.Engine state() {
        return new LocalState.Engine(
                "server", address(), namespace(), true, false, started().pid(), credentials.variables(address()));
    }

    @Override
    public String announcement() {
        return "engine: Temporal at " + address() + ", for clients with a certificate (see: pawl env); Web UI: pawl ui";
    }

    private String address() {
        return address(started());
    }

    private static String address(EngineRecord engine) {
        return "127.0.0.1:" + engine.port();
    }

    private EngineRecord started() {
        if (running == null) {
            throw new IllegalStateException("not started");
        }
        return running;
    }

    private Path database() {
        return directory.resolve("temporal.db");
    }

    private Path record() {
        return directory.resolve("engine.json");
    }

    private Path logFile() {
        return directory.resolve("engine.log");
    }
}
