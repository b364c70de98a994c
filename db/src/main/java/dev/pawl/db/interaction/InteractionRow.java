package dev.pawl.db.interaction;

import static org.springframework.data.relational.core.mapping.Embedded.OnEmpty.USE_EMPTY;

import java.time.Instant;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

/**
 * One side of a session's conversation.
 *
 * @param contentRef SHA-256 in the content store
 */
@Table("interaction")
public record InteractionRow(
        @Id @Embedded(onEmpty = USE_EMPTY) Key key,
        String taskId,
        int iteration,
        String contentRef,
        Instant createdAt) {
    /** @param kind {@code prompt} or {@code reply} */
    public record Key(UUID sessionId, String kind) {}

    public UUID sessionId() {
        return key.sessionId();
    }

    public String kind() {
        return key.kind();
    }
}
