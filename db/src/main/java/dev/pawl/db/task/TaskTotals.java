package dev.pawl.db.task;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Exact sums over all sessions of a task, however they ended, the open one included.
 *
 * @param byStatus number of sessions by status; only statuses that occur
 * @param costUsd US dollars; absent where no session has a known cost, and the least it can be where some have none
 * @param durationMillis of ended sessions
 * @param estimatedUsd the part of the cost that a table of prices says; absent where agents told all of it
 * @param unpriced sessions in which an agent ran at a cost that nobody knows
 */
public record TaskTotals(
        long sessions,
        Map<String, Long> byStatus,
        long inputTokens,
        long outputTokens,
        long cacheReadTokens,
        long cacheWriteTokens,
        @Nullable BigDecimal costUsd,
        long turns,
        long durationMillis,
        @Nullable BigDecimal estimatedUsd,
        long unpriced) {
    public TaskTotals {
        byStatus = Map.copyOf(byStatus);
    }

    public long totalTokens() {
        return inputTokens + outputTokens + cacheReadTokens + cacheWriteTokens;
    }
}
