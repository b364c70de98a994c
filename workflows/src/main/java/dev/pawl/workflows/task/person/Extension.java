package dev.pawl.workflows.task.person;

import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How much more of its limits a person grants a task; at least one of them.
 *
 * @param iterations more of them; 0 grants none
 * @param costUsd US dollars more; absent grants none
 * @param tokens more of them; absent grants none
 * @param time more for agents; absent grants none
 * @param text a reason, at most {@value Action#MAX_TEXT} characters
 * @param by who says it; at most {@value Action#MAX_BY} characters
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

    /** Whether anything of it takes away. */
    boolean negative() {
        return iterations < 0
                || (costUsd != null && costUsd.signum() <= 0)
                || (tokens != null && tokens <= 0)
                || (time != null && (time.isNegative() || time.isZero()));
    }
}
