package dev.pawl.workflows.model.evidence;

import dev.pawl.workflows.model.Require;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a run spent. Token kinds do not overlap: {@code inputTokens} excludes tokens read from or written to the cache.
 *
 * @param costUsd US dollars as reported by the agent, or else from a table of prices; absent means unknown, never zero
 * @param turns model turns
 * @param estimatedUsd the part of the cost that comes from a table of prices; absent if the agent reported all of it
 */
public record Usage(
        long inputTokens,
        long outputTokens,
        long cacheReadTokens,
        long cacheWriteTokens,
        @Nullable BigDecimal costUsd,
        int turns,
        @Nullable BigDecimal estimatedUsd) {
    public static final Usage NONE = new Usage(0, 0, 0, 0, null, 0);

    /** As an agent reports it: nothing is estimated. */
    public Usage(
            long inputTokens,
            long outputTokens,
            long cacheReadTokens,
            long cacheWriteTokens,
            @Nullable BigDecimal costUsd,
            int turns) {
        this(inputTokens, outputTokens, cacheReadTokens, cacheWriteTokens, costUsd, turns, null);
    }

    public Usage {
        Require.notNegative(inputTokens, "inputTokens");
        Require.notNegative(outputTokens, "outputTokens");
        Require.notNegative(cacheReadTokens, "cacheReadTokens");
        Require.notNegative(cacheWriteTokens, "cacheWriteTokens");
        Require.notNegative(turns, "turns");
        if (costUsd != null && costUsd.signum() < 0) {
            throw new IllegalArgumentException("costUsd must not be negative");
        }
        if (estimatedUsd != null
                && (costUsd == null || estimatedUsd.signum() < 0 || estimatedUsd.compareTo(costUsd) > 0)) {
            throw new IllegalArgumentException("estimatedUsd must be a part of costUsd");
        }
    }

    /** The same with a cost from a table of prices. */
    public Usage estimated(BigDecimal cost) {
        return new Usage(inputTokens, outputTokens, cacheReadTokens, cacheWriteTokens, cost, turns, cost);
    }

    public Usage plus(Usage other) {
        return new Usage(
                inputTokens + other.inputTokens,
                outputTokens + other.outputTokens,
                cacheReadTokens + other.cacheReadTokens,
                cacheWriteTokens + other.cacheWriteTokens,
                sum(costUsd, other.costUsd),
                turns + other.turns,
                sum(estimatedUsd, other.estimatedUsd));
    }

    /**
     * Returns what was spent since an earlier count, such as that of a continued conversation. Never negative. Turns
     * are those of the later count.
     */
    public Usage since(Usage earlier) {
        BigDecimal before = earlier.costUsd == null ? BigDecimal.ZERO : earlier.costUsd;
        return new Usage(
                Math.max(0, inputTokens - earlier.inputTokens),
                Math.max(0, outputTokens - earlier.outputTokens),
                Math.max(0, cacheReadTokens - earlier.cacheReadTokens),
                Math.max(0, cacheWriteTokens - earlier.cacheWriteTokens),
                costUsd == null ? null : costUsd.subtract(before).max(BigDecimal.ZERO),
                turns);
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
