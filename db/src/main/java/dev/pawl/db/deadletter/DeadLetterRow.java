package dev.pawl.db.deadletter;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A stored dead letter without its content, which may be large; see {@link NewDeadLetter}. */
public record DeadLetterRow(
        long id,
        String topic,
        int partitionNumber,
        long position,
        int attempts,
        String errorClass,
        String reason,
        String state,
        OffsetDateTime createdAt,
        @Nullable OffsetDateTime closedAt,
        @Nullable String closedBy) {}
