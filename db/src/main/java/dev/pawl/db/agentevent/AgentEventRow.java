package dev.pawl.db.agentevent;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stored event of an agent.
 *
 * @param position order of arrival; gaps are repetitions that were not stored
 * @param progress percent
 * @param data a JSON object
 */
public record AgentEventRow(
        String id,
        long position,
        String type,
        UUID sessionId,
        @Nullable String taskId,
        @Nullable String agent,
        @Nullable String status,
        @Nullable String action,
        @Nullable Double progress,
        @Nullable Long durationMillis,
        OffsetDateTime occurredAt,
        String data,
        String source,
        OffsetDateTime receivedAt) {}
