package dev.pawl.db.iteration;

import dev.pawl.db.column.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One round of a task.
 *
 * @param number from 1
 * @param promptRef SHA-256 of the prompt in the content store, as is {@code feedbackRef} of what made it differ
 * @param snapshot absent until the round is assessed, as are {@code tree} and {@code evidence} (JSON)
 * @param score of the judge, 0 to 1; absent without one
 * @param decision type of the last decision on it; absent before
 */
public record IterationRow(
        String taskId,
        int number,
        String promptRef,
        @Nullable String feedbackRef,
        @Nullable String snapshot,
        @Nullable String tree,
        int diffFiles,
        int diffAdded,
        int diffRemoved,
        @Nullable String patchRef,
        @Nullable String evidence,
        @Nullable Double score,
        @Nullable String decision,
        Instant startedAt,
        @Nullable Instant assessedAt,
        @Nullable Instant decidedAt) {
    static IterationRow of(ResultSet row, int rowNumber) throws SQLException {
        return new IterationRow(
                row.getString("task_id"),
                row.getInt("number"),
                row.getString("prompt_ref"),
                row.getString("feedback_ref"),
                row.getString("snapshot"),
                row.getString("tree"),
                row.getInt("diff_files"),
                row.getInt("diff_added"),
                row.getInt("diff_removed"),
                row.getString("patch_ref"),
                row.getString("evidence"),
                Columns.doubleOrNull(row, "score"),
                row.getString("decision"),
                Columns.instant(row, "started_at"),
                Columns.instantOrNull(row, "assessed_at"),
                Columns.instantOrNull(row, "decided_at"));
    }
}
