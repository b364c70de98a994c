package dev.pawl.db.session;

import dev.pawl.db.NotFoundException;
import dev.pawl.db.column.Columns;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The runs of agents. At most one session of a task is open; every opening takes the task's next fence, and a write that
 * carries an older one changes nothing. An ended session never changes. Every write may be repeated.
 */
public final class Sessions {
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    public Sessions(JdbcClient jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /**
     * Opens a session and ends, as {@code abandoned}, the one an earlier attempt left open. Committed when it returns.
     * Opening the same session again gives the same fence.
     *
     * @throws NotFoundException for an unknown task
     * @throws IllegalArgumentException for an id that another or an ended session has
     */
    public Opened open(NewSession session) {
        return Objects.requireNonNull(transactions.execute(status -> openLocked(session)));
    }

    /** The row lock of the first statement makes every other opening of the task wait. */
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
        insert(session, fence.get());
        return new Opened(fence.get(), abandoned);
    }

    private Opened openedBefore(NewSession session) {
        SessionRow row = find(session.id()).orElseThrow(() -> new NotFoundException("task", session.taskId()));
        if (!row.taskId().equals(session.taskId()) || !row.status().equals("open")) {
            throw new IllegalArgumentException("session id %s was used before, by task '%s', which left it %s"
                    .formatted(row.id(), row.taskId(), row.status()));
        }
        return new Opened(row.fence(), List.of());
    }

    private void insert(NewSession session, long fence) {
        jdbc.sql(SessionSql.INSERT)
                .param("id", session.id())
                .param("taskId", session.taskId())
                .param("iteration", session.iteration())
                .param("attempt", session.attempt())
                .param("agent", session.agent())
                .param("model", session.model())
                .param("fence", fence)
                .param("hostId", session.hostId())
                .param("runTag", session.runTag())
                .update();
    }

    /**
     * Notes the agent's process.
     *
     * @return false if the session has ended or a newer one has taken over
     */
    public boolean started(UUID id, long fence, long pid, Instant startedAt) {
        return jdbc.sql(SessionSql.STARTED)
                        .param("id", id)
                        .param("fence", fence)
                        .param("pid", pid)
                        .param("startedAt", Columns.time(startedAt))
                        .update()
                > 0;
    }

    /**
     * Notes what was spent so far, replacing what was noted before, and that the session lives.
     *
     * @return false if the session has ended or a newer one has taken over
     */
    public boolean usage(UUID id, long fence, SessionUsage usage) {
        return spent(jdbc.sql(SessionSql.USAGE), usage)
                        .param("id", id)
                        .param("fence", fence)
                        .update()
                > 0;
    }

    /**
     * Ends the session.
     *
     * @return true if it has ended so, by this call or an earlier one like it; false if it ended otherwise, as it does
     *     when a newer session has taken over
     */
    public boolean close(UUID id, long fence, CloseSession close) {
        List<SessionRow> ended = spent(jdbc.sql(SessionSql.CLOSE), close.usage())
                .param("id", id)
                .param("fence", fence)
                .param("status", close.status())
                .param("reason", Columns.text(close.reason()))
                .param("duration", close.durationMillis())
                .param("exitCode", close.exitCode())
                .param("agentSessionId", Columns.text(close.agentSessionId()))
                .param("model", Columns.text(close.model()))
                .param("transcript", close.transcriptRef())
                .param("costNote", Columns.text(close.costNote()))
                .query(SessionRow::of)
                .list();
        return !ended.isEmpty() || closedBefore(id, fence, close.status());
    }

    private boolean closedBefore(UUID id, long fence, String status) {
        return jdbc.sql(SessionSql.CLOSED_SO)
                .param("id", id)
                .param("fence", fence)
                .param("status", status)
                .query(Boolean.class)
                .single();
    }

    /** Whether the session is open and no newer one of its task exists: whether its process may go on. */
    public boolean current(UUID id) {
        return jdbc.sql(SessionSql.CURRENT).param("id", id).query(Boolean.class).single();
    }

    /** Ends the task's open session as {@code abandoned}, with what it had spent so far; returns it as it is then. */
    public List<SessionRow> abandonOpen(String taskId, String reason) {
        return jdbc.sql(SessionSql.ABANDON)
                .param("taskId", taskId)
                .param("reason", Columns.text(reason))
                .query(SessionRow::of)
                .list();
    }

    /** The same where the open session is another one than that which takes its place. */
    public List<SessionRow> takeOver(String taskId, UUID by) {
        return jdbc.sql(SessionSql.ABANDON_OTHERS)
                .param("taskId", taskId)
                .param("id", by)
                .param("reason", "its worker was lost; session %s took over".formatted(by))
                .query(SessionRow::of)
                .list();
    }

    /** Ends a session as {@code abandoned} if it is open, with what it had spent so far; returns it as it is then. */
    public List<SessionRow> abandon(UUID id, String reason) {
        return jdbc.sql(SessionSql.ABANDON_ONE)
                .param("id", id)
                .param("reason", Columns.text(reason))
                .query(SessionRow::of)
                .list();
    }

    public Optional<SessionRow> find(UUID id) {
        return jdbc.sql("select * from session where id = :id")
                .param("id", id)
                .query(SessionRow::of)
                .optional();
    }

    public Optional<SessionRow> openOf(String taskId) {
        return jdbc.sql("select * from session where task_id = :taskId and status = 'open'")
                .param("taskId", taskId)
                .query(SessionRow::of)
                .optional();
    }

    /** All sessions of the task in the order of their opening. */
    public List<SessionRow> list(String taskId) {
        return jdbc.sql("select * from session where task_id = :taskId order by fence")
                .param("taskId", taskId)
                .query(SessionRow::of)
                .list();
    }

    /** The open sessions of a host, oldest first. */
    public List<SessionRow> listAllOpen(String hostId) {
        return jdbc.sql("select * from session where host_id = :hostId and status = 'open' order by started_at, id")
                .param("hostId", hostId)
                .query(SessionRow::of)
                .list();
    }

    /** The open sessions of all hosts, oldest first. */
    public List<SessionRow> listOpen() {
        return jdbc.sql("select * from session where status = 'open' order by started_at, id")
                .query(SessionRow::of)
                .list();
    }

    private static StatementSpec spent(StatementSpec statement, SessionUsage usage) {
        return statement
                .param("input", usage.inputTokens())
                .param("output", usage.outputTokens())
                .param("cacheRead", usage.cacheReadTokens())
                .param("cacheWrite", usage.cacheWriteTokens())
                .param("cost", usage.costUsd())
                .param("estimated", usage.estimatedUsd())
                .param("turns", usage.turns());
    }
}
