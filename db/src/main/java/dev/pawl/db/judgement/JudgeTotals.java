package dev.pawl.db.judgement;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Exact sums over all judge calls of a task.
 *
 * @param costUsd US dollars; absent if no call has a known cost, and a lower bound if some have none
 * @param estimatedUsd the part of the cost that comes from a table of prices; absent if judges reported all of it
 * @param unpriced number of calls with an unknown cost
 */
public record JudgeTotals(
        long calls,
        long inputTokens,
        long outputTokens,
        long cacheReadTokens,
        long cacheWriteTokens,
        @Nullable BigDecimal costUsd,
        long turns,
        @Nullable BigDecimal estimatedUsd,
        long unpriced) {
    public long totalTokens() {
        return inputTokens + outputTokens + cacheReadTokens + cacheWriteTokens;
    }
}
