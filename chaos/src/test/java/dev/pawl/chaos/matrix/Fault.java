package dev.pawl.chaos.matrix;

import dev.pawl.chaos.stack.PartsSite;
import dev.pawl.chaos.stack.Site;
import dev.pawl.chaos.stack.SmallFileSystem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** A fault of a running Pawl, which is undone if it has a duration. */
enum Fault {
    WORKER_KILL("SIGKILL of the worker", Loss.ATTEMPTS, (site, tasks) -> site.killWorker()),
    STACK_KILL("SIGKILL of the whole local stack", Loss.ATTEMPTS, (site, tasks) -> site.killWorker()),
    ENGINE_KILL(
            "SIGKILL of the engine", Loss.NOTHING, (site, tasks) -> parts(site).killEngine()),
    DATABASE_KILL(
            "SIGKILL of PostgreSQL", Loss.WRITES, (site, tasks) -> parts(site).killDatabase()),
    AGENT_KILL("SIGKILL of the agent", Loss.AGENT_RUN, (site, tasks) -> each(tasks, Strike::killAgent)),
    CHILD_KILL("SIGKILL of the agent's children", Loss.NOTHING, (site, tasks) -> each(tasks, Strike::killChildren)),
    CANCEL("cancel of the workflow", Loss.CANCELLED, (site, tasks) -> each(tasks, strike -> strike.cancel(site))),
    TERMINATE(
            "terminate of the workflow",
            Loss.TERMINATED,
            (site, tasks) -> each(tasks, strike -> strike.terminate(site))),
    RESET("reset of the workflow", Loss.ATTEMPTS, (site, tasks) -> each(tasks, strike -> strike.reset(site))),
    WORKER_STOP(
            "SIGSTOP of the worker past the timeout",
            Loss.ATTEMPTS,
            (site, tasks) -> parts(site).pauseWorker(),
            Duration.ofSeconds(24),
            site -> parts(site).continueWorker()),
    ENGINE_CUT(
            "worker cut off from the engine for 10 s",
            Loss.NOTHING,
            (site, tasks) -> parts(site).cutEngine(),
            Duration.ofSeconds(10),
            site -> parts(site).reconnectEngine()),
    DATABASE_CUT(
            "worker cut off from PostgreSQL for 10 s",
            Loss.WRITES,
            (site, tasks) -> parts(site).cutDatabase(),
            Duration.ofSeconds(10),
            site -> parts(site).reconnectDatabase()),
    ENGINE_AWAY(
            "engine away for 30 s",
            Loss.PERHAPS_ATTEMPTS,
            (site, tasks) -> parts(site).stopEngine(),
            Duration.ofSeconds(30),
            site -> parts(site).startEngine()),
    DATABASE_AWAY(
            "PostgreSQL stopped for 60 s",
            Loss.WRITES,
            (site, tasks) -> parts(site).stopDatabase(),
            Duration.ofSeconds(60),
            site -> parts(site).startDatabase()),
    DATABASE_HELD(
            "every connection to PostgreSQL held up for 20 s",
            Loss.WRITES,
            (site, tasks) -> parts(site).lockTable(),
            Duration.ofSeconds(20),
            site -> parts(site).releaseTable()),
    DATABASE_FULL(
            "disk full under PostgreSQL for 20 s",
            Loss.WRITES,
            (site, tasks) -> parts(site).fillDatabaseDisk(),
            Duration.ofSeconds(20),
            site -> parts(site).freeDatabaseDisk()),
    DISK_FULL(
            "disk full under the workspaces for 10 s",
            Loss.SPACE,
            (site, tasks) -> parts(site).fillDisk(),
            Duration.ofSeconds(10),
            site -> parts(site).freeDisk());

    private final String text;
    private final Loss loss;

    // Lambdas without captured state.
    @SuppressWarnings("ImmutableEnumChecker")
    private final BiConsumer<Site, List<Arrival>> strike;

    private final Duration lasts;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Consumer<Site> undo;

    Fault(String text, Loss loss, BiConsumer<Site, List<Arrival>> strike) {
        this(text, loss, strike, Duration.ZERO, site -> {});
    }

    Fault(String text, Loss loss, BiConsumer<Site, List<Arrival>> strike, Duration lasts, Consumer<Site> undo) {
        this.text = text;
        this.loss = loss;
        this.strike = strike;
        this.lasts = lasts;
        this.undo = undo;
    }

    String text() {
        return text;
    }

    Loss loss() {
        return loss;
    }

    Duration lasts() {
        return lasts;
    }

    void strike(Site site, List<Arrival> tasks) {
        strike.accept(site, tasks);
    }

    void undo(Site site) {
        undo.accept(site);
    }

    /** Whether tasks are held until it is over, so that an old and a new attempt run at once. */
    boolean tasksWait() {
        return this == WORKER_STOP;
    }

    /** Whether an attempt survives whose result is not wanted any more. */
    boolean attemptsGoOn() {
        return this == RESET || this == WORKER_STOP;
    }

    /** Why there is no such cell; empty if there is one. */
    Optional<String> notApplicable(Moment moment) {
        if ((this == DISK_FULL || this == DATABASE_FULL) && !SmallFileSystem.possible()) {
            return Optional.of("no right to mount a small file system");
        }
        return (this == AGENT_KILL || this == CHILD_KILL) && moment != Moment.AGENT_RUNNING
                ? Optional.of("no agent runs")
                : Optional.empty();
    }

    private static PartsSite parts(Site site) {
        return (PartsSite) site;
    }

    private static void each(List<Arrival> tasks, Consumer<Strike> strike) {
        tasks.forEach(task -> strike.accept(new Strike(task.task().id())));
    }
}
