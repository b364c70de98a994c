package dev.pawl.chaos.stack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pawl.connection.EngineProfile;
import dev.pawl.local.home.LocalHome;
import dev.pawl.local.home.Ports;
import io.temporal.client.WorkflowClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.awaitility.Awaitility;

/** The local stack in its own home, restarted when it ends. */
public final class LocalStackSite implements Site {
    private static final Duration READY = Duration.ofMinutes(3);
    private static final Ports ITS_OWN = new Ports(0, 0, 0, 0, 0, 0);

    private final Path directory;
    private final HeldGit git;
    private final StackPart stack;
    private final Supervisor supervisor = new Supervisor(ITS_OWN);
    private final Clients clients;

    private LocalStackSite(Path directory) throws IOException {
        this.directory = directory;
        git = HeldGit.in(directory);
        Path home = LocalHome.open(directory.resolve("home")).directory();
        stack = new StackPart(home, git.path());
        stack.start(ITS_OWN);
        supervisor.watch(List.of(stack));
        awaitReady(READY);
        JsonNode state = stack.state();
        clients = Clients.of(
                EngineProfile.in(home.resolve("temporal.toml")).connection(),
                state.at("/database/port").asInt(),
                Files.readString(home.resolve("postgres/password")).strip(),
                home);
    }

    /** In a new directory, ready. */
    public static LocalStackSite start() {
        try {
            return new LocalStackSite(Files.createTempDirectory("pawl-chaos"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public WorkflowClient engine() {
        return clients.engine();
    }

    @Override
    public DataSource database() {
        return clients.database();
    }

    @Override
    public Path control() {
        return directory.resolve("control");
    }

    @Override
    public Path sources() {
        return directory.resolve("sources");
    }

    @Override
    public Path heldSnapshots() {
        return git.held();
    }

    @Override
    public void awaitReady(Duration patience) {
        Awaitility.await("the local stack is ready, see " + directory)
                .atMost(patience)
                .pollInterval(Duration.ofMillis(50))
                .until(stack::ready);
    }

    @Override
    public void killWorker() {
        try {
            stack.kill();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        supervisor.close();
        clients.close();
        stack.stop();
    }
}
