package dev.pawl.db.question;

import dev.pawl.db.column.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question to a person.
 *
 * @param closedAt absent while it is open, as are {@code resolution}, {@code answer} and {@code closedBy}
 * @param resolution one of those {@link Questions#close} takes
 */
public record QuestionRow(
        String id,
        String taskId,
        int iteration,
        String kind,
        String question,
        List<String> reasons,
        Instant deadline,
        Instant askedAt,
        @Nullable Instant closedAt,
        @Nullable String resolution,
        @Nullable String answer,
        @Nullable String closedBy) {
    public QuestionRow {
        reasons = List.copyOf(reasons);
    }

    static QuestionRow of(ResultSet row, int number) throws SQLException {
        return new QuestionRow(
                row.getString("id"),
                row.getString("task_id"),
                row.getInt("iteration"),
                row.getString("kind"),
                row.getString("question"),
                Columns.texts(row, "reasons"),
                Columns.instant(row, "deadline"),
                Columns.instant(row, "asked_at"),
                Columns.instantOrNull(row, "closed_at"),
                row.getString("resolution"),
                row.getString("answer"),
                row.getString("closed_by"));
    }
}
