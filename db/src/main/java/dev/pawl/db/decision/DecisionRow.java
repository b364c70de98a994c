package dev.pawl.db.decision;

import dev.pawl.db.column.Columns;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision on an iteration with all it was made from, so that another policy can be tried on it.
 *
 * @param iteration 0 for a decision before the first iteration
 * @param type {@code accept}, {@code retry}, {@code clarify}, {@code escalate}, {@code park} or {@code abort}
 * @param inputs JSON, kept as it was written
 * @param score of the judge, 0 to 1; absent without one
 * @param feedbackRef SHA-256 in the content store; absent where there is nothing to say
 * @param costUsd what the task had cost by then, in US dollars; absent means unknown
 * @param decidedBy the policy's name, or a person's
 */
public record DecisionRow(
        String taskId,
        int iteration,
        String type,
        List<String> reasons,
        String policyVersion,
        String inputs,
        @Nullable Double score,
        @Nullable String feedbackRef,
        @Nullable BigDecimal costUsd,
        String decidedBy,
        Instant createdAt) {
    public DecisionRow {
        reasons = List.copyOf(reasons);
    }

    static DecisionRow of(ResultSet row, int number) throws SQLException {
        return new DecisionRow(
                row.getString("task_id"),
                row.getInt("iteration"),
                row.getString("type"),
                Columns.texts(row, "reasons"),
                row.getString("policy_version"),
                row.getString("inputs"),
                Columns.doubleOrNull(row, "score"),
                row.getString("feedback_ref"),
                row.getBigDecimal("cost_usd"),
                row.getString("decided_by"),
                Columns.instant(row, "created_at"));
    }
}
