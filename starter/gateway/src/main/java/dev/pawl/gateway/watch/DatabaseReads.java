package dev.pawl.gateway.watch;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** Lets a few watchers at a time read the database, so that a thousand leave connections for everybody else. */
final class DatabaseReads {
    private static final int AT_ONCE = 4;

    private final Semaphore places = new Semaphore(AT_ONCE, true);

    <T> T read(Supplier<T> query) {
        places.acquireUninterruptibly();
        try {
            return query.get();
        } finally {
            places.release();
        }
    }
}
