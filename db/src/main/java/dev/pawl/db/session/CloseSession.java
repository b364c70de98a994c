package dev.pawl.db.session;

import org.jspecify.annotations.Nullable;

/**
 * How a session ended.
 *
 * @param status {@code completed}, {@code failed}, {@code timed_out}, {@code cancelled} or {@code abandoned}
 * @param reason one line for people
 * @param durationMillis by a monotonic clock, not negative
 * @param exitCode absent where the process had none
 * @param agentSessionId what the agent calls the session, where that is not our id
 * @param model what the agent said it used; absent keeps what was asked for
 * @param transcriptRef SHA-256 in the content store
 * @param costNote why the cost is unknown, one line; empty where it is known
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
