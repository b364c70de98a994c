package dev.pawl.db.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.transaction.support.TransactionOperations;

/** The same statements with parameters and rows mapped by hand: the reference for measuring the repository. */
public final class HandMappedSessions {
    /** With the row that a mapper needs. */
    private static final String CLOSE =
            SessionSql.CLOSE.replace("select exists (select from ended)", "select * from ended");

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    public HandMappedSessions(JdbcClient jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    public long open(NewSession session) {
        Long fence = transactions.execute(status -> {
            Long next = jdbc.sql(SessionSql.FENCE)
                    .param("id", session.id())
                    .param("taskId", session.taskId())
                    .query(Long.class)
                    .single();
            jdbc.sql(SessionSql.ABANDON_OTHERS)
                    .param("taskId", session.taskId())
                    .param("id", session.id())
                    .param("reason", "taken over")
                    .query(HandMappedSessions::row)
                    .list();
            jdbc.sql(SessionSql.INSERT)
                    .param("id", session.id())
                    .param("taskId", session.taskId())
                    .param("iteration", session.iteration())
                    .param("attempt", session.attempt())
                    .param("agent", session.agent())
                    .param("model", session.model())
                    .param("fence", next)
                    .param("hostId", session.hostId())
                    .param("runTag", session.runTag())
                    .update();
            return next;
        });
        return fence == null ? 0 : fence;
    }

    public boolean close(UUID id, long fence, CloseSession close) {
        return !spent(jdbc.sql(CLOSE), close.usage())
                .param("id", id)
                .param("fence", fence)
                .param("status", close.status())
                .param("reason", close.reason())
                .param("durationMillis", close.durationMillis())
                .param("exitCode", close.exitCode())
                .param("agentSessionId", close.agentSessionId())
                .param("model", close.model())
                .param("transcriptRef", close.transcriptRef())
                .param("costNote", close.costNote())
                .query(HandMappedSessions::row)
                .list()
                .isEmpty();
    }

    public List<SessionRow> list(String taskId) {
        return jdbc.sql("select * from session where task_id = :taskId order by fence")
                .param("taskId", taskId)
                .query(HandMappedSessions::row)
                .list();
    }

    private static StatementSpec spent(StatementSpec statement, SessionUsage usage) {
        return statement
                .param("inputTokens", usage.inputTokens())
                .param("outputTokens", usage.outputTokens())
                .param("cacheReadTokens", usage.cacheReadTokens())
                .param("cacheWriteTokens", usage.cacheWriteTokens())
                .param("costUsd", usage.costUsd())
                .param("estimatedUsd", usage.estimatedUsd())
                .param("turns", usage.turns());
    }

    private static SessionRow row(ResultSet row, int number) throws SQLException {
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
                row.getObject("pid", Long.class),
                instant(row, "process_started_at"),
                row.getString("run_tag"),
                row.getObject("exit_code", Integer.class),
                row.getLong("input_tokens"),
                row.getLong("output_tokens"),
                row.getLong("cache_read_tokens"),
                row.getLong("cache_write_tokens"),
                row.getBigDecimal("cost_usd"),
                row.getInt("turns"),
                row.getString("transcript_ref"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getObject("seen_at", OffsetDateTime.class).toInstant(),
                instant(row, "ended_at"),
                row.getObject("duration_millis", Long.class),
                row.getBigDecimal("estimated_usd"),
                row.getString("cost_note"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
