package dev.pawl.db.session;

import org.jspecify.annotations.Nullable;

/**
 * How a session ended.
 *
 * @param status {@code completed}, {@code failed}, {@code timed_out}, {@code cancelled} or {@code abandoned}
 * @param reason one line for people
 * @param durationMillis by a monotonic clock, not negative
 * @param exitCode absent if the process had none
 * @param agentSessionId the agent's own id of the session, if it differs from ours
 * @param model the model that the agent reported; absent keeps the requested one
 * @param transcriptRef SHA-256 in the content store
 * @param costNote why the cost is unknown, one line; empty if it is known
 */
public record CloseSession(
        String status,
        String reason,
        SessionUsage usage,
        long durationMillis,
        @Nullable Integer exitCode,
        @Nullable String agentSessionId,
        @Nullable String model,
        @Nullable String transcriptRef,
        String costNote) {}
