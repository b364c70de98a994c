package dev.pawl.host.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Opens files with a time limit. Opening a pipe blocks until its other end is opened, and a file can become a pipe
 * after its type was checked; the JDK has no non-blocking open. So another thread blocks.
 */
final class PromptOpen {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Executor OPENERS = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("pawl-open-", 0).factory());

    private PromptOpen() {}

    static <T extends Closeable> T open(Path path, Callable<T> opening) throws IOException {
        CompletableFuture<T> opened = new CompletableFuture<>();
        OPENERS.execute(() -> {
            try {
                T file = opening.call();
                if (!opened.complete(file)) {
                    file.close();
                }
            } catch (Exception e) {
                opened.completeExceptionally(e);
            }
        });
        try {
            return opened.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            opened.cancel(false);
            throw new UnexpectedFileException(path, "did not open within " + LIMIT);
        } catch (InterruptedException e) {
            opened.cancel(false);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while " + path + " was opened");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw new IOException("cannot open " + path, e.getCause());
        }
    }
}
