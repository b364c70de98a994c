package dev.pawl.db.session;

import dev.pawl.db.column.Columns;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One run of an agent.
 *
 * @param fence grows with every session of the task
 * @param status {@code open}, or how it ended
 * @param pid of the agent's process; absent until it is started
 * @param processStartedAt tells the process from a later one with the same pid
 * @param costUsd US dollars; absent means unknown, never zero
 * @param seenAt last sign of life
 * @param endedAt present exactly for an ended session, as is {@code durationMillis}
 * @param durationMillis of an abandoned session: up to its last sign of life
 * @param estimatedUsd the part of the cost that a table of prices says; absent where the agent told all of it
 * @param costNote why the cost is unknown, one line; empty where it is known or nobody said why
 */
public record SessionRow(
        UUID id,
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
        String costNote) {
    static SessionRow of(ResultSet row, int number) throws SQLException {
        return new SessionRow(
                row.getObject("id", UUID.class),
                row.getString("task_id"),
                row.getInt("iteration"),
                row.getInt("attempt"),
                row.getString("agent"),
                row.getString("model"),
                row.getString("agent_session_id"),
                row.getLong("fence"),
                row.getString("status"),
                row.getString("reason"),
                row.getString("host_id"),
                Columns.longOrNull(row, "pid"),
                Columns.instantOrNull(row, "process_started_at"),
                row.getString("run_tag"),
                Columns.intOrNull(row, "exit_code"),
                row.getLong("input_tokens"),
                row.getLong("output_tokens"),
                row.getLong("cache_read_tokens"),
                row.getLong("cache_write_tokens"),
                row.getBigDecimal("cost_usd"),
                row.getInt("turns"),
                row.getString("transcript_ref"),
                Columns.instant(row, "started_at"),
                Columns.instant(row, "seen_at"),
                Columns.instantOrNull(row, "ended_at"),
                Columns.longOrNull(row, "duration_millis"),
                row.getBigDecimal("estimated_usd"),
                row.getString("cost_note"));
    }
}
