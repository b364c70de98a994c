package dev.pawl.local.home;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Ends processes that need not be children of this one. */
public final class Signals {
    private static final Duration LOOK = Duration.ofMillis(20);

    private Signals() {}

    /** SIGINT, which Java cannot send. */
    public static void interrupt(ProcessHandle process) throws IOException {
        Process kill = new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        // It fails only if the process has already ended.
        kill.onExit().join();
    }

    /** Whether a process is alive. A zombie, which in containers may never be reaped, is not. */
    public static boolean lives(ProcessHandle process) {
        return process.isAlive() && !ProcessStatus.zombie(process.pid());
    }

    /**
     * Waits for its end. Polls often: for other processes than children {@link ProcessHandle#onExit()} polls about once
     * a second.
     */
    public static boolean ended(ProcessHandle process, Duration patience) {
        return notAnyMore(() -> lives(process), patience);
    }

    /** Waits until the system no longer lists it: it has ended and was reaped. */
    public static boolean reaped(ProcessHandle process, Duration patience) {
        return notAnyMore(process::isAlive, patience);
    }

    private static boolean notAnyMore(BooleanSupplier holds, Duration patience) {
        long began = System.nanoTime();
        while (holds.getAsBoolean() && System.nanoTime() - began < patience.toNanos()) {
            LockSupport.parkNanos(LOOK.toNanos());
            if (Thread.currentThread().isInterrupted()) {
                break;
            }
        }
        return !holds.getAsBoolean();
    }

    /** SIGTERM, then SIGKILL after the given time. */
    public static void end(ProcessHandle process, Duration patience) {
        process.destroy();
        if (!ended(process, patience)) {
            process.destroyForcibly();
            ended(process, patience);
        }
    }
}
