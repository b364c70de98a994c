package dev.pawl.db.event;

import static org.springframework.data.relational.core.mapping.Embedded.OnEmpty.USE_EMPTY;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

/**
 * An event of a task.
 *
 * @param eventId given by the producer, unique within the task
 * @param payload JSON
 */
@Table("event")
public record EventRow(
        @Id @Embedded(onEmpty = USE_EMPTY) Key key, String eventId, String type, String payload, Instant createdAt) {
    /** @param seq 1, 2, 3, … within the task, without gaps */
    public record Key(String taskId, long seq) {}

    public String taskId() {
        return key.taskId();
    }

    public long seq() {
        return key.seq();
    }
}
