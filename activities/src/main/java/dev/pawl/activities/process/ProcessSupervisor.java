package dev.pawl.activities.process;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Runs programs so that nothing of them outlives their run: neither a child nor a daemon, whether the run ends by
 * itself, by a deadline, by its caller or by the death of this JVM. Safe for use by many threads.
 */
public final class ProcessSupervisor {
    /** Carried by every process of a run. */
    public static final String RUN_VARIABLE = "PAWL_RUN";

    /** Start times are told in steps, and shift with corrections of the clock. */
    private static final Duration SAME_START = Duration.ofSeconds(2);

    private final Isolation isolation;

    public ProcessSupervisor(Isolation isolation) {
        this.isolation = isolation;
    }

    public Isolation isolation() {
        return isolation;
    }

    /**
     * Runs to the end. However this returns or throws, the whole tree has ended before.
     *
     * @throws ProgramNotFoundException when there is no such program
     * @throws IOException when it cannot be started, or the sink failed
     * @throws InterruptedException when the calling thread was interrupted
     */
    public ProcessResult run(ProcessSpec spec, OutputSink sink, ProcessWatch watch)
            throws IOException, InterruptedException {
        return new SupervisedRun(spec, isolation, sink, watch).run();
    }

    /**
     * Kills every process of the runs with this tag, or whose tag starts with it and a slash. Idempotent. Finds nothing
     * on systems without {@code /proc}.
     *
     * @return how many were killed
     */
    public int sweep(String runTagPrefix) {
        return RunSweep.kill(runTagPrefix);
    }

    /** Kills what a run of a supervisor that is gone left behind. Idempotent; never hits a process that reuses the id. */
    public int endLeftover(ProcessIdentity identity) {
        List<ProcessHandle> root =
                ProcessHandle.of(identity.pid()).filter(process -> isStillThat(process, identity)).stream()
                        .toList();
        int killed = 0;
        for (ProcessHandle process : root) {
            killed += 1 + new ProcessTree(process, isolation.namespace()).kill();
            ProcessTree.awaitEnd(root);
        }
        return killed + sweep(identity.runTag());
    }

    private static boolean isStillThat(ProcessHandle process, ProcessIdentity identity) {
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
