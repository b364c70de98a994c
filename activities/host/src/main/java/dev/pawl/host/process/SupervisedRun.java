package dev.pawl.host.process;

import dev.pawl.host.output.OutputPump;
import dev.pawl.host.output.OutputSink;
import dev.pawl.host.process.ProcessResult.End;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One run, from its start to the end of its last process. */
final class SupervisedRun {
    private static final Duration POLL = Duration.ofMillis(100);

    /** For output before the end: a long line is read and redacted as a whole, which takes seconds. */
    private static final Duration LAST_BYTES = Duration.ofMinutes(1);

    private static final Duration EXIT = Duration.ofSeconds(5);

    private final ProcessSpec spec;
    private final Isolation isolation;
    private final String worker;
    private final OutputSink sink;
    private final ProcessWatch watch;
    private final BooleanSupplier stopped;
    private final AtomicLong lastSign = new AtomicLong();
    private long started;
    private long saidDone;
    private boolean done;
    private @Nullable TreeActivity activity;
    private boolean ended;
    private boolean handedOver;

    /** @param stopped true ends the run because its worker stops */
    SupervisedRun(
            ProcessSpec spec,
            Isolation isolation,
            String worker,
            OutputSink sink,
            ProcessWatch watch,
            BooleanSupplier stopped) {
        this.spec = spec;
        this.isolation = isolation;
        this.worker = worker;
        this.sink = sink;
        this.watch = watch;
        this.stopped = stopped;
    }

    ProcessResult run() throws IOException, InterruptedException {
        if (stopped.getAsBoolean()) {
            throw new WorkerStoppedException();
        }
        Process process = Launcher.start(builder());
        started = System.nanoTime();
        lastSign.set(started);
        ProcessTree tree = new ProcessTree(process.toHandle(), isolation);
        List<OutputPump> pumps = List.of(
                new OutputPump(process.getInputStream(), sink::stdout, lastSign, "pawl-stdout-" + process.pid()),
                new OutputPump(process.getErrorStream(), sink::stderr, lastSign, "pawl-stderr-" + process.pid()));
        End end;
        try {
            watch.started(identity(process));
            end = await(process, tree, pumps);
            terminate(process, tree);
        } finally {
            tree.kill();
            RunSweep.kill(ProcessSupervisor.RUN_VARIABLE, spec.runTag());
        }
        for (OutputPump pump : pumps) {
            pump.finish(LAST_BYTES);
        }
        for (OutputPump pump : pumps) {
            pump.rethrow();
        }
        if (handedOver) {
            throw new WorkerStoppedException();
        }
        return new ProcessResult(end, exitCode(process), since(started));
    }

    private ProcessBuilder builder() throws ProgramNotFoundException {
        List<String> command = new ArrayList<>(spec.command());
        command.set(0, Programs.resolve(spec).toString());
        Path stdin = spec.stdin();
        ProcessBuilder builder = new ProcessBuilder(isolation.wrap(command, spec.mounts()))
                .directory(spec.directory().toFile())
                .redirectInput(Redirect.from(stdin == null ? new File("/dev/null") : stdin.toFile()));
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.putAll(spec.environment());
        environment.put(ProcessSupervisor.RUN_VARIABLE, spec.runTag());
        environment.put(ProcessSupervisor.WORKER_VARIABLE, worker);
        return builder;
    }

    private ProcessIdentity identity(Process process) {
        Instant start = process.info().startInstant().orElseGet(Instant::now);
        return new ProcessIdentity(process.pid(), start, spec.runTag());
    }

    private End await(Process process, ProcessTree tree, List<OutputPump> pumps) throws InterruptedException {
        while (!process.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
            End end = verdict(process, pumps);
            if (end != null) {
                ended = true;
                return end;
            }
            if (!isolation.namespace()) {
                tree.observe();
            }
        }
        return End.EXITED;
    }

    private @Nullable End verdict(Process process, List<OutputPump> pumps) {
        if (watch.cancelled()) {
            return End.CANCELLED;
        }
        if (stopped.getAsBoolean()) {
            handedOver = true;
            return End.CANCELLED;
        }
        if (lingers() || pumps.stream().anyMatch(OutputPump::failed)) {
            return End.EXITED;
        }
        if (since(started).compareTo(spec.wall()) >= 0) {
            return End.TIMED_OUT;
        }
        Duration silence = silence(process);
        return since(lastSign.get()).compareTo(silence) >= 0 ? End.IDLE : null;
    }

    /** How long it may be silent now. */
    private Duration silence(Process process) {
        if (!watch.pending()) {
            activity = null;
            return spec.idle();
        }
        if (activity == null) {
            activity = new TreeActivity(process.toHandle(), Instant.now());
        }
        if (activity.moved()) {
            lastSign.set(System.nanoTime());
        }
        return ProcessSpec.whilePending(spec.idle());
    }

    private boolean lingers() {
        boolean before = done;
        done = watch.done();
        if (done && !before) {
            saidDone = System.nanoTime();
        }
        return done && since(saidDone).compareTo(spec.grace()) >= 0;
    }

    private void terminate(Process process, ProcessTree tree) throws InterruptedException {
        if (ended) {
            tree.terminate();
            process.waitFor(spec.grace().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private @Nullable Integer exitCode(Process process) throws InterruptedException {
        process.waitFor(EXIT.toMillis(), TimeUnit.MILLISECONDS);
        return ended || process.isAlive() ? null : process.exitValue();
    }

    private static Duration since(long nanoTime) {
        return Duration.ofNanos(System.nanoTime() - nanoTime);
    }
}
