package dev.pawl.db.agentevent;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event to store. Database constraints refuse types, statuses and actions outside the vocabulary.
 *
 * @param id chosen by the producer, at most 200 characters, the same when repeated
 * @param progress percent
 * @param occurredAt according to the producer
 * @param data a JSON object
 * @param digest SHA-256 of the event as it was received
 * @param source how it came in
 */
public record NewAgentEvent(
        String id,
        String type,
        UUID sessionId,
        @Nullable String taskId,
        @Nullable String agent,
        @Nullable String status,
        @Nullable String action,
        @Nullable Double progress,
        @Nullable Long durationMillis,
        Instant occurredAt,
        String data,
        String digest,
        String source) {}
