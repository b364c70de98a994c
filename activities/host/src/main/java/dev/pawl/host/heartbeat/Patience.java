package dev.pawl.host.heartbeat;

import dev.pawl.db.Unavailable;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Retries database work while the database is unavailable, as long as the engine wants the activity's result, so that
 * minutes of work of an agent or a check are not repeated for a failed write. Only for idempotent work.
 */
public final class Patience {
    private static final Logger LOG = LoggerFactory.getLogger(Patience.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final BooleanSupplier givenUp;

    /** @param heartbeat of the activity */
    public Patience(Heartbeat heartbeat) {
        this(heartbeat::ended);
    }

    /** @param givenUp whether to stop retrying */
    public Patience(BooleanSupplier givenUp) {
        this.givenUp = givenUp;
    }

    /** @throws RuntimeException the work's own failure; the database's once retrying stops */
    public <T extends @Nullable Object> T insist(Supplier<T> work) {
        Duration pause = FIRST_PAUSE;
        while (true) {
            try {
                return work.get();
            } catch (RuntimeException e) {
                if (!Unavailable.is(e)
                        || givenUp.getAsBoolean()
                        || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                LOG.warn("the database does not answer, trying again: {}", e.getMessage());
            }
            LockSupport.parkNanos(pause.toNanos());
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    /** Like {@link #insist(Supplier)}. */
    public void insist(Runnable work) {
        this.<@Nullable Void>insist(() -> {
            work.run();
            return null;
        });
    }
}
