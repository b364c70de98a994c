package dev.pawl.chaos.stack;

import dev.pawl.local.engine.Engine;
import dev.pawl.local.engine.EngineBuild;
import dev.pawl.local.engine.EngineChoice;
import dev.pawl.local.home.LocalHome;
import dev.pawl.local.home.Ports;
import dev.pawl.local.home.StartLog;
import dev.pawl.local.part.Part;
import dev.pawl.local.postgres.LocalPostgres;
import dev.pawl.local.stack.CacheDirectory;
import io.temporal.client.WorkflowClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * Engine, database and workers as separate processes; workers connect to the others through connections that can be
 * cut.
 */
public final class PartsSite implements Site {
    private static final Duration READY = Duration.ofMinutes(2);

    private final Path directory;
    private final SmallFileSystem disk;
    private final SmallFileSystem databaseDisk;
    private final HeldGit git;
    private final Engine engine;
    private final LocalPostgres database;
    private final Ports ports;
    private final TcpProxy engineProxy;
    private final TcpProxy databaseProxy;
    private final List<WorkerPart> workers;
    private final Supervisor supervisor;
    private final Clients clients;
    private @Nullable TableLock lock;

    private PartsSite(Path directory, Setting setting) throws IOException {
        this.directory = directory;
        git = HeldGit.in(directory);
        disk = SmallFileSystem.on(directory.resolve("disk"), setting.disk());
        databaseDisk = SmallFileSystem.on(directory.resolve("parts/postgres"), setting.disk());
        LocalHome home = LocalHome.open(directory.resolve("parts"));
        engine = new EngineChoice(environment(), new EngineBuild(Repository.file("deploy/engine/build"), environment()))
                .choose(home, new StartLog(home.startLog()));
        database = new LocalPostgres(home, cache().resolve("postgres"));
        engine.recover();
        database.recover();
        ports = Ports.choose(home.ports(), false);
        engine.start(ports);
        database.start(ports);
        engineProxy = new TcpProxy(ports.engine());
        databaseProxy = new TcpProxy(ports.database());
        workers = workers(setting);
        supervisor = new Supervisor(ports);
        clients = Clients.of(engine.connection(), ports.database(), database.password(), home());
    }

    /** For rounds of faults: in a new directory, ready. */
    public static PartsSite start() {
        return start(Setting.ROUNDS);
    }

    /** For many tasks: in a new directory, ready. */
    public static PartsSite startAsInTheField() {
        return start(Setting.FIELD);
    }

    private static PartsSite start(Setting setting) {
        try {
            PartsSite site = new PartsSite(Files.createTempDirectory("pawl-chaos"), setting);
            for (WorkerPart worker : site.workers) {
                worker.start(site.ports);
            }
            site.supervisor.watch(Stream.concat(Stream.of(site.engine, site.database), site.workers.stream())
                    .toList());
            site.awaitReady(READY);
            if (!site.worker().archived()) {
                // The supervisor starts it again, with the archive, as it does all workers from now on.
                site.worker().stop();
                site.awaitReady(READY);
            }
            return site;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<WorkerPart> workers(Setting setting) throws IOException {
        List<WorkerPart> workers = new ArrayList<>();
        for (int i = 1; i <= setting.workers(); i++) {
            String name = "worker" + i;
            Ports own = Ports.choose(directory.resolve(name + ".ports"), false);
            Health health = new Health(own.health(), home().resolve("metrics-token"));
            workers.add(new WorkerPart(
                    setting, name, health, directory.resolve(name + ".log"), git.path(), workerProperties()));
        }
        return List.copyOf(workers);
    }

    /** For rounds. */
    private WorkerPart worker() {
        return workers.getFirst();
    }

    private List<String> workerProperties() throws IOException {
        return List.of(
                "--pawl.home=" + home(),
                "--pawl.agents.grace=1s",
                "--pawl.worker.drain=1s",
                "--TEMPORAL_CONFIG_FILE=" + directory.resolve("parts/temporal.toml"),
                "--TEMPORAL_ADDRESS=127.0.0.1:" + engineProxy.port(),
                "--spring.datasource.url=jdbc:postgresql://127.0.0.1:%d/pawl".formatted(databaseProxy.port()),
                "--spring.datasource.username=pawl",
                "--spring.datasource.password=" + database.password());
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
        return directory.resolve("disk/sources");
    }

    private Path home() {
        return directory.resolve("disk/home");
    }

    @Override
    public Path heldSnapshots() {
        return git.held();
    }

    @Override
    public void awaitReady(Duration patience) {
        Awaitility.await("all workers are ready, see " + directory)
                .atMost(patience)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> workers.stream().allMatch(WorkerPart::ready));
    }

    @Override
    public void killWorker() {
        worker().handle().destroyForcibly();
    }

    /** Kills a worker that is ready, since killing another would only keep it down; returns false if none is. */
    public boolean killReadyWorker(RandomGenerator random) {
        List<WorkerPart> ready = workers.stream().filter(WorkerPart::ready).toList();
        if (ready.isEmpty()) {
            return false;
        }
        ready.get(random.nextInt(ready.size())).handle().destroyForcibly();
        return true;
    }

    /** The worker that runs a step of the task now. */
    public ProcessHandle workerOf(String taskId) {
        return workers.stream()
                .map(WorkerPart::handle)
                .filter(worker -> Processes.names(worker, taskId))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no worker runs anything for " + taskId));
    }

    public void pauseWorker() {
        Processes.signal(worker().handle(), "STOP");
    }

    public void continueWorker() {
        Processes.signal(worker().handle(), "CONT");
    }

    public void killEngine() {
        Processes.killTree(process(Optional.ofNullable(engine.state().pid())));
    }

    public void killDatabase() {
        try {
            Processes.killTree(process(Optional.of(Postmaster.of(directory.resolve("parts/postgres/data")))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An operator's orderly stop; it stays down until {@link #startDatabase}. */
    public void stopDatabase() {
        stop(database);
    }

    public void startDatabase() {
        supervisor.release(database);
    }

    /** Killed, and kept down until {@link #startEngine}. */
    public void stopEngine() {
        supervisor.keepDown(engine);
        killEngine();
    }

    public void startEngine() {
        supervisor.release(engine);
    }

    public void cutEngine() {
        engineProxy.cut();
    }

    public void reconnectEngine() {
        engineProxy.reconnect();
    }

    public void cutDatabase() {
        databaseProxy.cut();
    }

    public void reconnectDatabase() {
        databaseProxy.reconnect();
    }

    /** Fills the disk of workspaces, snapshots and contents completely. */
    public void fillDisk() {
        disk.fill();
    }

    public void freeDisk() {
        disk.free();
    }

    public void fillDatabaseDisk() {
        databaseDisk.fill();
    }

    public void freeDatabaseDisk() {
        databaseDisk.free();
    }

    /** Blocks every writing connection in the database, until {@link #releaseTable}. */
    public void lockTable() {
        lock = TableLock.on(clients.database());
    }

    public void releaseTable() {
        Objects.requireNonNull(lock, "there is a lock").release();
        lock = null;
    }

    private void stop(Part part) {
        supervisor.keepDown(part);
        try {
            part.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        supervisor.close();
        workers.forEach(WorkerPart::stop);
        clients.close();
        engineProxy.close();
        databaseProxy.close();
        stop(engine);
        stop(database);
        disk.close();
        databaseDisk.close();
    }

    private static ProcessHandle process(Optional<Long> pid) {
        return pid.flatMap(ProcessHandle::of).orElseThrow(() -> new IllegalStateException("it does not run"));
    }

    /** Only the engine of this build. */
    private static Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>(System.getenv());
        environment.keySet().removeIf(name -> name.startsWith("TEMPORAL_"));
        return environment;
    }

    private static Path cache() {
        return CacheDirectory.of(System.getenv());
    }
}
