package dev.pawl.db.action;

import dev.pawl.db.column.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing an agent did.
 *
 * @param iteration that the session belongs to
 * @param number from 1 within the session; a gap is what was left out
 * @param position the task's number of the last change of this row
 * @param outcome {@code ok}, {@code failed} or {@code denied}; absent where that is not known
 * @param createdAt when it was stored first
 * @param updatedAt when it last changed
 */
public record ActionRow(
        UUID sessionId,
        long fence,
        int iteration,
        int number,
        long position,
        String kind,
        String tool,
        String text,
        @Nullable String outcome,
        Instant createdAt,
        Instant updatedAt) {
    static ActionRow of(ResultSet row, int rowNumber) throws SQLException {
        return new ActionRow(
                row.getObject("session_id", UUID.class),
                row.getLong("fence"),
                row.getInt("iteration"),
                row.getInt("number"),
                row.getLong("position"),
                row.getString("kind"),
                row.getString("tool"),
                row.getString("text"),
                row.getString("outcome"),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "updated_at"));
    }
}
