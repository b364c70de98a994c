package dev.pawl.host.process;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Starts every process from one thread that lives as long as this JVM: the kernel's parent-death signal fires when the
 * <em>thread</em> that started a process ends, and pooled threads end at any time.
 */
final class Launcher {
    private static final ExecutorService STARTER = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("pawl-process-starter").factory());

    private Launcher() {}

    static Process start(ProcessBuilder builder) throws IOException, InterruptedException {
        Future<Process> started = STARTER.submit(() -> ProcessStart.of(builder));
        try {
            return started.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            throw new IOException("could not start " + builder.command().getFirst(), e.getCause());
        } catch (InterruptedException e) {
            // The start may be in progress: its process must not run on unnoticed.
            STARTER.execute(() -> endUnseen(started));
            throw e;
        }
    }

    private static void endUnseen(Future<Process> started) {
        if (started.state() == Future.State.SUCCESS) {
            started.resultNow().destroyForcibly();
        }
    }
}
