package dev.pawl.workflows.task.person;

import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A grant to a task's limits; at least one of them.
 *
 * @param iterations additional iterations; 0 grants none
 * @param costUsd additional US dollars; absent grants none
 * @param tokens additional tokens; absent grants none
 * @param time additional agent time; absent grants none
 * @param text a reason, at most {@value Action#MAX_TEXT} characters
 * @param by the sender; at most {@value Action#MAX_BY} characters
 */
public record Extension(
        int iterations,
        @Nullable BigDecimal costUsd,
        @Nullable Long tokens,
        @Nullable Duration time,
        String text,
        String by) {
    Action said() {
        return new Action(text, by);
    }

    boolean empty() {
        return iterations == 0 && costUsd == null && tokens == null && time == null;
    }

    /** Whether any part is negative. */
    boolean negative() {
        return iterations < 0
                || (costUsd != null && costUsd.signum() <= 0)
                || (tokens != null && tokens <= 0)
                || (time != null && (time.isNegative() || time.isZero()));
    }
}
