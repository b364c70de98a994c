package dev.pawl.gateway.watch;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Lets a few watchers at a time read the database or ask the engine, so that a thousand leave room for everybody else.
 */
final class FeedReads {
    private static final int AT_ONCE = 4;

    private final Semaphore reads = new Semaphore(AT_ONCE, true);
    private final Semaphore questions = new Semaphore(AT_ONCE);

    /** Waits for its turn. */
    <T> T read(Supplier<T> query) {
        reads.acquireUninterruptibly();
        try {
            return query.get();
        } finally {
            reads.release();
        }
    }

    /** @return empty, without waiting, if enough others ask the engine now */
    <T> Optional<T> ask(Supplier<T> question) {
        if (!questions.tryAcquire()) {
            return Optional.empty();
        }
        try {
            return Optional.of(question.get());
        } finally {
            questions.release();
        }
    }
}
