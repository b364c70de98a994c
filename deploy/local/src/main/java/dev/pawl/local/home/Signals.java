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
        // It fails only where the process is gone already.
        kill.onExit().join();
    }

    /** A process that has ended but that its parent has not asked about, which in containers may be never, does not live. */
    public static boolean lives(ProcessHandle process) {
        return process.isAlive() && !ProcessStatus.zombie(process.pid());
    }

    /** Waits for its end. Looks often: {@link ProcessHandle#onExit()} looks at what is no child about once a second. */
    public static boolean ended(ProcessHandle process, Duration patience) {
        return notAnyMore(() -> lives(process), patience);
    }

    /** Waits until the system lists it no more: it has ended, and its parent has asked about it. */
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

    /** SIGTERM, and after the time SIGKILL. */
    public static void end(ProcessHandle process, Duration patience) {
        process.destroy();
        if (!ended(process, patience)) {
            process.destroyForcibly();
            ended(process, patience);
        }
    }
}
