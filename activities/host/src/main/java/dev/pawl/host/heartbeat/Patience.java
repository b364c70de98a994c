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
 * Repeats database work while the database is away, for as long as the engine wants the activity's result: what an agent
 * or a check took minutes for is not done again because a row could not be written. Only for work that may be repeated.
 */
public final class Patience {
    private static final Logger LOG = LoggerFactory.getLogger(Patience.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final BooleanSupplier givenUp;

    /** @param heartbeat of the activity that does the work */
    public Patience(Heartbeat heartbeat) {
        this(heartbeat::ended);
    }

    /** @param givenUp whether nobody waits any more */
    public Patience(BooleanSupplier givenUp) {
        this.givenUp = givenUp;
    }

    /** @throws RuntimeException the work's own failure; one of the database once nobody waits or the worker stops */
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
