package dev.pawl.db.task;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Exact sums over all sessions of a task, however they ended, the open one included.
 *
 * @param byStatus number of sessions by status; only statuses that occur
 * @param costUsd US dollars; absent where no session reported a cost
 * @param durationMillis of ended sessions
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
        long durationMillis) {
    public TaskTotals {
        byStatus = Map.copyOf(byStatus);
    }

    public long totalTokens() {
        return inputTokens + outputTokens + cacheReadTokens + cacheWriteTokens;
    }
}
