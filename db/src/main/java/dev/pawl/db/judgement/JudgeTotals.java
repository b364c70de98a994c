package dev.pawl.db.judgement;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Exact sums over all the times the judges of a task were asked.
 *
 * @param costUsd US dollars; absent where no call has a known cost, and the least it can be where some have none
 * @param estimatedUsd the part of the cost that a table of prices says; absent where judges told all of it
 * @param unpriced calls at a cost that nobody knows
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
