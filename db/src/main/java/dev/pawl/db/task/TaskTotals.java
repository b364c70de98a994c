package dev.pawl.db.task;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Exact sums over all sessions of a task, however they ended, including the open one.
 *
 * @param byStatus number of sessions by status; only statuses that occur
 * @param costUsd US dollars; absent if no session has a known cost, and a lower bound if some have none
 * @param durationMillis of ended sessions
 * @param estimatedUsd the part of the cost that comes from a table of prices; absent if agents reported all of it
 * @param unpriced number of sessions in which an agent ran at an unknown cost
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
