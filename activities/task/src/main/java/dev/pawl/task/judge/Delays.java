package dev.pawl.task.judge;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** When a model server that gave no answer is asked again: 5, 15, 45, 135 seconds later, or when it says. */
final class Delays {
    /** From this attempt on a server that does not answer leaves the judgement without a score. */
    static final int LAST_ATTEMPT = 5;

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final int GROWTH = 3;

    private Delays() {}

    /** @param retryAfter what the server said; absent where it said nothing */
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
