package dev.pawl.db.judgement;

import dev.pawl.db.column.Columns;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A judge's verdict on one iteration, and what it cost.
 *
 * @param score 0 to 1; absent where the judge gave no readable verdict
 * @param question for a person; absent if there is none
 * @param costUsd US dollars; absent means unknown, never zero
 */
public record JudgementRow(
        String taskId,
        int iteration,
        String judge,
        @Nullable Double score,
        List<String> issues,
        @Nullable String question,
        long inputTokens,
        long outputTokens,
        long cacheReadTokens,
        long cacheWriteTokens,
        @Nullable BigDecimal costUsd,
        int turns) {
    public JudgementRow {
        issues = List.copyOf(issues);
    }

    static JudgementRow of(ResultSet row, int number) throws SQLException {
        return new JudgementRow(
                row.getString("task_id"),
                row.getInt("iteration"),
                row.getString("judge"),
                Columns.doubleOrNull(row, "score"),
                Columns.texts(row, "issues"),
                row.getString("question"),
                row.getLong("input_tokens"),
                row.getLong("output_tokens"),
                row.getLong("cache_read_tokens"),
                row.getLong("cache_write_tokens"),
                row.getBigDecimal("cost_usd"),
                row.getInt("turns"));
    }
}
