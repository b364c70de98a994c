package dev.pawl.workflows.model;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a run spent. Token kinds do not overlap: {@code inputTokens} excludes what was read from or written to the
 * cache.
 *
 * @param costUsd US dollars as the agent reported them; absent means unknown, never zero
 * @param turns model turns
 */
public record Usage(
        long inputTokens,
        long outputTokens,
        long cacheReadTokens,
        long cacheWriteTokens,
        @Nullable BigDecimal costUsd,
        int turns) {
    public static final Usage NONE = new Usage(0, 0, 0, 0, null, 0);

    public Usage {
        Require.notNegative(inputTokens, "inputTokens");
        Require.notNegative(outputTokens, "outputTokens");
        Require.notNegative(cacheReadTokens, "cacheReadTokens");
        Require.notNegative(cacheWriteTokens, "cacheWriteTokens");
        Require.notNegative(turns, "turns");
        if (costUsd != null && costUsd.signum() < 0) {
            throw new IllegalArgumentException("costUsd must not be negative");
        }
    }

    public Usage plus(Usage other) {
        return new Usage(
                inputTokens + other.inputTokens,
                outputTokens + other.outputTokens,
                cacheReadTokens + other.cacheReadTokens,
                cacheWriteTokens + other.cacheWriteTokens,
                sum(costUsd, other.costUsd),
                turns + other.turns);
    }

    public long totalTokens() {
        return inputTokens + outputTokens + cacheReadTokens + cacheWriteTokens;
    }

    private static @Nullable BigDecimal sum(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        if (a == null) {
            return b;
        }
        return b == null ? a : a.add(b);
    }
}
