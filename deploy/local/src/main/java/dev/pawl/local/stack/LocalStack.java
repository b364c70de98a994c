package dev.pawl.local.stack;

import dev.pawl.local.engine.Engine;
import dev.pawl.local.engine.EngineBuild;
import dev.pawl.local.engine.EngineChoice;
import dev.pawl.local.home.JsonFile;
import dev.pawl.local.home.LocalHome;
import dev.pawl.local.home.Ports;
import dev.pawl.local.home.SecretFile;
import dev.pawl.local.home.StartLog;
import dev.pawl.local.part.Part;
import dev.pawl.local.postgres.LocalPostgres;
import dev.pawl.local.postgres.PendingDatabase;
import dev.pawl.worker.queue.NamespaceSearchAttributes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;

/** Engine, database, then worker and gateway; stops in reverse order. */
public final class LocalStack {
    private static final Logger log = LoggerFactory.getLogger(LocalStack.class);

    private final LocalHome home;
    private final StartLog progress;
    private final Map<String, String> environment;
    private final List<String> arguments;
    private final List<Part> parts = new ArrayList<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private @Nullable PendingDatabase pending;
    private @Nullable PartWatch watch;
    private @Nullable ConfigurableApplicationContext application;
    private volatile boolean stopping;

    /** @param arguments for worker and gateway, {@code --name=value} */
    public LocalStack(LocalHome home, StartLog progress, Map<String, String> environment, List<String> arguments) {
        this.home = home;
        this.progress = progress;
        this.environment = environment;
        this.arguments = arguments;
    }

    /**
     * Returns when it is ready: tasks can be submitted and will run.
     *
     * @param once only to fill caches: on a private engine, without the minutes that building one takes
     */
    public void start(boolean once) throws IOException {
        // Left by a process that crashed.
        Files.deleteIfExists(home.state());
        Path cache = CacheDirectory.of(environment);
        SecretFile.read(home.token());
        EngineChoice choice = new EngineChoice(environment, new EngineBuild(Distribution.engineBuild(), environment));
        Engine engine = once ? choice.chooseForOnce(home) : choice.choose(home, progress);
        LocalPostgres database = new LocalPostgres(home, cache.resolve("postgres"));
        Ports ports = startParts(engine, database);
        startApplication(engine, ports);
        if (stopping) {
            return;
        }
        watchParts(ports);
        JsonFile.write(home.state(), StateOf.stack(home, ports, engine));
        progress.ready();
    }

    private synchronized Ports startParts(Engine engine, LocalPostgres database) throws IOException {
        if (stopping) {
            throw new IOException("ended while starting");
        }
        for (Part part : List.of(engine, database)) {
            parts.add(part);
            part.recover();
        }
        Ports ports = Ports.choose(home.ports(), engine.alive());
        progress.say("starting engine …");
        engine.start(ports);
        progress.say(engine.announcement());
        progress.say("starting database …");
        // Starts while the application's classes load.
        pending = PendingDatabase.start(database, ports);
        return ports;
    }

    private void startApplication(Engine engine, Ports ports) throws IOException {
        progress.say("starting worker and gateway …");
        ConfigurableApplicationContext context = LocalContext.start(
                engine, Objects.requireNonNull(pending), LocalProperties.of(home, ports, engine), arguments);
        synchronized (this) {
            if (stopping) {
                context.close();
                return;
            }
            application = context;
        }
        Readiness.await(context, () -> stopping);
        context.getBean(NamespaceSearchAttributes.class).advice().ifPresent(advice -> progress.say("note: " + advice));
    }

    private synchronized void watchParts(Ports ports) {
        if (!stopping) {
            watch = new PartWatch(List.copyOf(parts), ports);
            watch.start();
        }
    }

    /** Blocks until another thread calls {@link #stop()}. */
    public void awaitEnd() {
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Drains the worker, then ends gateway, engine and database. A second call waits for the first. */
    public void stop() {
        stopping = true;
        synchronized (this) {
            stopAll();
        }
        ended.countDown();
    }

    private void stopAll() {
        if (watch != null) {
            watch.close();
            watch = null;
        }
        if (application != null) {
            application.close();
            application = null;
        }
        if (pending != null) {
            pending.settled();
        }
        for (Part part : parts) {
            try {
                part.stop();
                log.info("ended the {}", part.name());
            } catch (IOException | RuntimeException e) {
                // The other parts must still be ended.
                log.error("cannot end the {}", part.name(), e);
            }
        }
        parts.clear();
        try {
            Files.deleteIfExists(home.state());
        } catch (IOException e) {
            log.error("cannot remove {}", home.state(), e);
        }
    }
}
