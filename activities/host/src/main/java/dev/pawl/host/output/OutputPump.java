package dev.pawl.host.output;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Copies one output stream of a process to its sink in chunks: memory does not grow with the output. */
public final class OutputPump {
    /** Receives the chunks. */
    public interface Target {
        void write(byte[] chunk, int length) throws IOException;
    }

    private static final int CHUNK = 32 * 1024;

    private final InputStream from;
    private final Target target;
    private final AtomicLong lastSign;
    private final Thread thread;
    private volatile @Nullable Exception failure;

    public OutputPump(InputStream from, Target target, AtomicLong lastSign, String name) {
        this.from = from;
        this.target = target;
        this.lastSign = lastSign;
        this.thread = Thread.ofPlatform().daemon().name(name).start(this::pump);
    }

    public boolean failed() {
        return failure != null;
    }

    /** Waits for the end of the stream, and gives up if a process outside the tree keeps it open. */
    public void finish(Duration limit) throws InterruptedException {
        if (!thread.join(limit)) {
            close();
            thread.join(limit);
        }
    }

    public void rethrow() throws IOException {
        switch (failure) {
            case null -> {}
            case IOException e -> throw e;
            case RuntimeException e -> throw e;
            case Exception e -> throw new IOException(e);
        }
    }

    private void pump() {
        byte[] chunk = new byte[CHUNK];
        try {
            for (int length = read(chunk); length >= 0; length = read(chunk)) {
                lastSign.set(System.nanoTime());
                if (failure == null) {
                    deliver(chunk, length);
                }
            }
        } finally {
            close();
        }
    }

    private void deliver(byte[] chunk, int length) {
        try {
            target.write(chunk, length);
        } catch (IOException | RuntimeException e) {
            // Keep reading, so that the program does not block before it is ended.
            failure = e;
        }
    }

    /** A stream that is closed during a read has ended. */
    private int read(byte[] chunk) {
        try {
            return from.read(chunk);
        } catch (IOException closed) {
            return -1;
        }
    }

    private void close() {
        try {
            from.close();
        } catch (IOException e) {
            failure = failure == null ? e : failure;
        }
    }
}
