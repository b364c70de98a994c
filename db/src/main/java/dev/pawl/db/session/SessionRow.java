package dev.pawl.db.session;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * One run of an agent.
 *
 * @param fence grows with every session of the task
 * @param status {@code open}, or how it ended
 * @param pid of the agent's process; absent until it is started
 * @param processStartedAt distinguishes the process from a later one with the same pid
 * @param costUsd US dollars; absent means unknown, never zero
 * @param seenAt last sign of life
 * @param endedAt present exactly for an ended session, as is {@code durationMillis}
 * @param durationMillis of an abandoned session: up to its last sign of life
 * @param estimatedUsd the part of the cost that comes from a table of prices; absent if the agent reported all of it
 * @param costNote why the cost is unknown, one line; empty if it is known or no reason was recorded
 */
@Table("session")
public record SessionRow(
        @Id UUID id,
        String taskId,
        int iteration,
        int attempt,
        String agent,
        @Nullable String model,
        @Nullable String agentSessionId,
        long fence,
        String status,
        String reason,
        String hostId,
        @Nullable Long pid,
        @Nullable Instant processStartedAt,
        String runTag,
        @Nullable Integer exitCode,
        long inputTokens,
        long outputTokens,
        long cacheReadTokens,
        long cacheWriteTokens,
        @Nullable BigDecimal costUsd,
        int turns,
        @Nullable String transcriptRef,
        Instant startedAt,
        Instant seenAt,
        @Nullable Instant endedAt,
        @Nullable Long durationMillis,
        @Nullable BigDecimal estimatedUsd,
        String costNote) {}
