package dev.pawl.host.process;

import dev.pawl.host.network.AllowedHosts;
import dev.pawl.host.network.HostProxy;
import dev.pawl.host.network.Reach;
import dev.pawl.host.output.OutputSink;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Runs programs so that none of their processes outlives the run, neither child nor daemon, whether the run ends by
 * itself, by a deadline, by its caller or by the death of this JVM. Thread-safe.
 */
public final class ProcessSupervisor {
    /** In the environment of every process of a run. */
    public static final String RUN_VARIABLE = "PAWL_RUN";

    /** In the environment of every process that one worker started. */
    public static final String WORKER_VARIABLE = "PAWL_WORKER";

    /** Start times have a coarse resolution, and shift with corrections of the clock. */
    private static final Duration SAME_START = Duration.ofSeconds(2);

    private final Isolation isolation;
    private final String worker;
    private volatile Stage stage = Stage.SERVING;

    private enum Stage {
        SERVING,
        DRAINING,
        STOPPED
    }

    /** For a worker without a name. */
    public ProcessSupervisor(Isolation isolation) {
        this(isolation, UUID.randomUUID().toString());
    }

    /** @param worker unique among all workers, past ones included */
    public ProcessSupervisor(Isolation isolation, String worker) {
        this.isolation = isolation;
        this.worker = worker;
    }

    /** Long work must not begin any more; running work, with its remaining steps, continues. */
    public void drain() {
        if (stage == Stage.SERVING) {
            stage = Stage.DRAINING;
        }
    }

    /** Whether the worker is about to end. */
    public boolean draining() {
        return stage != Stage.SERVING;
    }

    /**
     * Ends every run as usual, with its grace time, and starts none any more: each {@link #run} that has not ended by
     * itself throws {@link WorkerStoppedException}.
     */
    public void stop() {
        stage = Stage.STOPPED;
    }

    private boolean stopped() {
        return stage == Stage.STOPPED;
    }

    public Isolation isolation() {
        return isolation;
    }

    /**
     * Whether this host can protect these paths from a run. Starts a process to try it, which takes some 30
     * milliseconds.
     *
     * @param sandbox the run's; absent if it has none
     */
    public boolean protects(WriteProtection protection, @Nullable Sandbox sandbox) {
        return sandbox == null
                ? isolation.works(protection)
                : sandbox.withoutNetwork().isolation(isolation).works(protection.within(sandbox.writable()));
    }

    /**
     * Runs a program to its end. When this returns or throws, the whole process tree has ended.
     *
     * @throws ProgramNotFoundException if the program does not exist
     * @throws IOException if it cannot be started, or the sink failed
     * @throws InterruptedException if the calling thread was interrupted
     * @throws WorkerStoppedException if {@link #stop} ended the run
     */
    public ProcessResult run(ProcessSpec spec, OutputSink sink, ProcessWatch watch)
            throws IOException, InterruptedException {
        Sandbox sandbox = spec.sandbox();
        if (sandbox != null && sandbox.reach() == Reach.HOSTS) {
            try (HostProxy proxy = new HostProxy(new AllowedHosts(sandbox.hosts()), watch::contacted)) {
                return run(spec.with(proxy.environment(spec.environment())), sandbox, sink, watch);
            }
        }
        return run(spec, sandbox, sink, watch);
    }

    private ProcessResult run(ProcessSpec spec, @Nullable Sandbox sandbox, OutputSink sink, ProcessWatch watch)
            throws IOException, InterruptedException {
        Isolation kept = sandbox == null ? isolation : sandbox.isolation(spec, isolation);
        return new SupervisedRun(spec, kept, worker, sink, watch, this::stopped).run();
    }

    /**
     * Kills every process of the runs with this tag, or whose tag starts with it and a slash. Idempotent. Finds nothing
     * on systems without {@code /proc}.
     *
     * @return how many were killed
     */
    public int sweep(String runTagPrefix) {
        return RunSweep.kill(RUN_VARIABLE, runTagPrefix);
    }

    /**
     * Kills every process that a worker started, with descendants. Only for a worker that has ended. Idempotent. Finds
     * nothing on systems without {@code /proc}.
     *
     * @return how many were killed
     */
    public int sweepWorker(String worker) {
        return RunSweep.kill(WORKER_VARIABLE, worker);
    }

    /** The tag of a process's run; empty if it belongs to none, or the system does not show it. */
    public Optional<String> runOf(ProcessHandle process) {
        return RunSweep.tag(process.pid());
    }

    /** The live processes that a worker started. Empty on systems without {@code /proc}. */
    public List<ProcessHandle> startedBy(String worker) {
        return RunSweep.find(WORKER_VARIABLE, worker);
    }

    /** Kills what a run of a dead supervisor left behind. Idempotent; never hits a process that reuses the pid. */
    public int endLeftover(ProcessIdentity identity) {
        List<ProcessHandle> root =
                ProcessHandle.of(identity.pid()).filter(process -> isStillThat(process, identity)).stream()
                        .toList();
        int killed = 0;
        for (ProcessHandle process : root) {
            killed += 1 + new ProcessTree(process, isolation).kill();
            ProcessTree.awaitEnd(root);
        }
        return killed + sweep(identity.runTag());
    }

    private static boolean isStillThat(ProcessHandle process, ProcessIdentity identity) {
        if (!ProcessTree.runs(process)) {
            return false;
        }
        boolean sameStart = process.info()
                .startInstant()
                .map(start -> near(start, identity.startedAt()))
                .orElse(false);
        return sameStart
                && RunSweep.tag(process.pid()).map(identity.runTag()::equals).orElse(true);
    }

    private static boolean near(Instant a, Instant b) {
        return Duration.between(a, b).abs().compareTo(SAME_START) <= 0;
    }
}
