package dev.pawl.db.judgement;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Exact sums over all the times the judges of a task were asked.
 *
 * @param costUsd US dollars; absent where no call reported a cost
 */
public record JudgeTotals(
        long calls,
        long inputTokens,
        long outputTokens,
        long cacheReadTokens,
        long cacheWriteTokens,
        @Nullable BigDecimal costUsd,
        long turns) {
    static JudgeTotals of(ResultSet row, int number) throws SQLException {
        return new JudgeTotals(
                row.getLong("calls"),
                row.getLong("input_tokens"),
                row.getLong("output_tokens"),
                row.getLong("cache_read_tokens"),
                row.getLong("cache_write_tokens"),
                row.getBigDecimal("cost_usd"),
                row.getLong("turns"));
    }
}
