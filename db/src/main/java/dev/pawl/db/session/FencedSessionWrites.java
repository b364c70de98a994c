package dev.pawl.db.session;

import dev.pawl.db.NotFoundException;
import dev.pawl.db.column.RecordParameters;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jdbc.core.JdbcAggregateOperations;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The hot path: fenced statements that change several tables at once and return what they changed. */
public final class FencedSessionWrites implements SessionWrites {
    private final JdbcAggregateOperations aggregates;
    private final RowMapper<? extends SessionRow> rows;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    public FencedSessionWrites(
            JdbcAggregateOperations aggregates, JdbcClient jdbc, TransactionOperations transactions) {
        this.aggregates = aggregates;
        this.rows = aggregates.getRowMapper(SessionRow.class);
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Override
    public Opened open(NewSession session) {
        return Objects.requireNonNull(transactions.execute(status -> openLocked(session)));
    }

    /** The row lock of the first statement serializes openings of the task. */
    private Opened openLocked(NewSession session) {
        Optional<Long> fence = jdbc.sql(SessionSql.FENCE)
                .param("id", session.id())
                .param("taskId", session.taskId())
                .query(Long.class)
                .optional();
        if (fence.isEmpty()) {
            return openedBefore(session);
        }
        List<SessionRow> abandoned = takeOver(session.taskId(), session.id());
        jdbc.sql(SessionSql.INSERT)
                .paramSource(RecordParameters.of(session).and("fence", fence.get()))
                .update();
        return new Opened(fence.get(), abandoned);
    }

    private Opened openedBefore(NewSession session) {
        SessionRow row = aggregates.findById(session.id(), SessionRow.class);
        if (row == null) {
            throw new NotFoundException("task", session.taskId());
        }
        if (!row.taskId().equals(session.taskId()) || !row.status().equals("open")) {
            throw new IllegalArgumentException("session id %s was used before, by task '%s', which left it %s"
                    .formatted(row.id(), row.taskId(), row.status()));
        }
        return new Opened(row.fence(), List.of());
    }

    @Override
    public boolean usage(UUID id, long fence, SessionUsage usage) {
        return jdbc.sql(SessionSql.USAGE)
                        .paramSource(RecordParameters.of(usage).and("id", id).and("fence", fence))
                        .update()
                > 0;
    }

    @Override
    public boolean close(UUID id, long fence, CloseSession close) {
        RecordParameters end =
                RecordParameters.of(close).and(close.usage()).and("id", id).and("fence", fence);
        return isSo(SessionSql.CLOSE, end) || isSo(SessionSql.CLOSED_SO, end);
    }

    private boolean isSo(String sql, SqlParameterSource parameters) {
        return jdbc.sql(sql).paramSource(parameters).query(Boolean.class).single();
    }

    @Override
    public List<SessionRow> abandonOpen(String taskId, String reason) {
        return ended(
                SessionSql.ABANDON, new RecordParameters().and("taskId", taskId).and("reason", reason));
    }

    @Override
    public List<SessionRow> takeOver(String taskId, UUID by) {
        return ended(
                SessionSql.ABANDON_OTHERS,
                new RecordParameters()
                        .and("taskId", taskId)
                        .and("id", by)
                        .and("reason", "its worker was lost; session %s took over".formatted(by)));
    }

    @Override
    public List<SessionRow> abandon(UUID id, String reason) {
        return ended(
                SessionSql.ABANDON_ONE, new RecordParameters().and("id", id).and("reason", reason));
    }

    private List<SessionRow> ended(String sql, SqlParameterSource parameters) {
        return List.copyOf(jdbc.sql(sql).paramSource(parameters).query(rows).list());
    }
}
