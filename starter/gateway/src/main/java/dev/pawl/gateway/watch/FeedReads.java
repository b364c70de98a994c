package dev.pawl.gateway.watch;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Limits how many watchers read the database or ask the engine at once, so that a thousand of them leave room for other
 * calls.
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
