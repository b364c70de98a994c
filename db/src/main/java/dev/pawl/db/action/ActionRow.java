package dev.pawl.db.action;

import static org.springframework.data.relational.core.mapping.Embedded.OnEmpty.USE_EMPTY;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.ReadOnlyProperty;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

/**
 * One action of an agent.
 *
 * @param fence of the session, as is {@code iteration}
 * @param position number of this row's last change, within the task
 * @param outcome {@code ok}, {@code failed} or {@code denied}; absent if unknown
 * @param createdAt when it was first stored
 * @param updatedAt when it last changed
 */
@Table("agent_action")
public record ActionRow(
        @Id @Embedded(onEmpty = USE_EMPTY) Key key,
        @ReadOnlyProperty long fence,
        @ReadOnlyProperty int iteration,
        long position,
        String kind,
        String tool,
        String text,
        @Nullable String outcome,
        Instant createdAt,
        Instant updatedAt) {
    /** @param number from 1 within the session; gaps are actions that were left out */
    public record Key(UUID sessionId, int number) {}

    public UUID sessionId() {
        return key.sessionId();
    }

    public int number() {
        return key.number();
    }
}
