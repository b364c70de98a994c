package dev.pawl.db.event;

import dev.pawl.db.column.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/**
 * Something that happened to a task.
 *
 * @param seq 1, 2, 3, … within the task, without gaps
 * @param eventId given by the producer, unique within the task
 * @param payload JSON
 */
public record EventRow(String taskId, long seq, String eventId, String type, String payload, Instant createdAt) {
    static EventRow of(ResultSet row, int number) throws SQLException {
        return new EventRow(
                row.getString("task_id"),
                row.getLong("seq"),
                row.getString("event_id"),
                row.getString("type"),
                row.getString("payload"),
                Columns.instant(row, "created_at"));
    }
}
