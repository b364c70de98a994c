package dev.pawl.db.decision;

import dev.pawl.db.column.Columns;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision with all it was made from, so that another policy can be tried on it. The fields are those of
 * {@link NewDecision}.
 *
 * @param number 1, 2, 3, … within the task, without gaps, in the order they were made
 */
public record DecisionRow(
        String taskId,
        int number,
        String round,
        int iteration,
        String decidedBy,
        String type,
        List<String> reasons,
        String policyVersion,
        String inputs,
        @Nullable String decided,
        @Nullable Double score,
        @Nullable String feedbackRef,
        @Nullable BigDecimal costUsd,
        Instant createdAt) {
    public DecisionRow {
        reasons = List.copyOf(reasons);
    }

    static DecisionRow of(ResultSet row, int index) throws SQLException {
        return new DecisionRow(
                row.getString("task_id"),
                row.getInt("number"),
                row.getString("round"),
                row.getInt("iteration"),
                row.getString("decided_by"),
                row.getString("type"),
                Columns.texts(row, "reasons"),
                row.getString("policy_version"),
                row.getString("inputs"),
                row.getString("decided"),
                Columns.doubleOrNull(row, "score"),
                row.getString("feedback_ref"),
                row.getBigDecimal("cost_usd"),
                Columns.instant(row, "created_at"));
    }
}
