package dev.pawl.gateway.submit;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * A task or plan that was started.
 *
 * @param registered whether its row exists by now
 */
public record Submitted(String id, boolean registered) {
    private static final Duration POLL = Duration.ofMillis(20);

    /**
     * Waits for its workflow to create its row.
     *
     * @param registration how long
     * @param exists whether the row exists
     */
    static Submitted registeredWithin(Duration registration, String id, BooleanSupplier exists) {
        long end = System.nanoTime() + registration.toNanos();
        while (!exists.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return new Submitted(id, false);
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
        return new Submitted(id, true);
    }
}
