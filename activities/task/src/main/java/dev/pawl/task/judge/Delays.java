package dev.pawl.task.judge;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Delays before a model server is asked again: 5, 15, 45, 135 seconds, or what the server asked for. */
final class Delays {
    /** From this attempt on, a server that does not answer leaves the judgement without a score. */
    static final int LAST_ATTEMPT = 5;

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final int GROWTH = 3;

    private Delays() {}

    /** @param retryAfter the server's own delay; absent if it gave none */
    static Duration before(int attempt, @Nullable Duration retryAfter) {
        if (retryAfter != null) {
            return retryAfter;
        }
        Duration delay = FIRST;
        for (int done = 1; done < attempt; done++) {
            delay = delay.multipliedBy(GROWTH);
        }
        return delay;
    }
}
