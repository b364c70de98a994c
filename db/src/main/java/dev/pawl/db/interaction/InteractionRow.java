package dev.pawl.db.interaction;

import dev.pawl.db.column.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/**
 * One side of what was said in a session.
 *
 * @param kind {@code prompt} or {@code reply}
 * @param contentRef SHA-256 in the content store
 */
public record InteractionRow(
        UUID sessionId, String taskId, int iteration, String kind, String contentRef, Instant createdAt) {
    static InteractionRow of(ResultSet row, int number) throws SQLException {
        return new InteractionRow(
                row.getObject("session_id", UUID.class),
                row.getString("task_id"),
                row.getInt("iteration"),
                row.getString("kind"),
                row.getString("content_ref"),
                Columns.instant(row, "created_at"));
    }
}
