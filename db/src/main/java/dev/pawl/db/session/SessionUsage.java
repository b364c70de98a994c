package dev.pawl.db.session;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a session has spent so far; never negative.
 *
 * @param costUsd US dollars; absent means unknown, never zero
 * @param estimatedUsd the part of the cost that comes from a table of prices; absent if the agent reported all of it
 */
public record SessionUsage(
        long inputTokens,
        long outputTokens,
        long cacheReadTokens,
        long cacheWriteTokens,
        @Nullable BigDecimal costUsd,
        int turns,
        @Nullable BigDecimal estimatedUsd) {
    public static final SessionUsage NONE = new SessionUsage(0, 0, 0, 0, null, 0, null);
}
