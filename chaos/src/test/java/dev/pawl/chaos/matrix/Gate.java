package dev.pawl.chaos.matrix;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javax.sql.DataSource;
import org.awaitility.Awaitility;

/**
 * Another client's transaction that blocks one write of the worker: the worker waits in the database, during its work,
 * as behind any other client. Closing it releases the worker.
 */
final class Gate implements AutoCloseable {
    private static final Duration BOUND = Duration.ofSeconds(60);
    private static final Executor VIRTUAL = task -> Thread.ofVirtual().start(task);

    private final DataSource database;
    private final Connection connection;
    private final int backend;
    private final CompletableFuture<Void> held;

    private Gate(DataSource database, String sql, Object... parameters) {
        this.database = database;
        try {
            connection = database.getConnection();
            connection.setAutoCommit(false);
            backend = backend(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        held = CompletableFuture.runAsync(() -> take(sql, parameters), VIRTUAL);
    }

    /** Blocks opening sessions of the task. */
    static Gate onOpening(DataSource database, String taskId) {
        return new Gate(database, """
                        insert into session (id, task_id, iteration, attempt, agent, fence, host_id, run_tag)
                        values (gen_random_uuid(), ?, 1, 1, 'gate', 1000000, 'gate', 'gate')
                        """, taskId).awaitHeld();
    }

    /** Blocks storing a prompt of the task, which is a session's first write. */
    static Gate onPrompt(DataSource database, String taskId) {
        PromptTrigger.install(database);
        return new Gate(database, "select pg_advisory_xact_lock(hashtext(?))", taskId).awaitHeld();
    }

    static Gate onSession(DataSource database, String taskId) {
        return new Gate(database, "select 1 from session where task_id = ? and status = 'open' for update", taskId)
                .awaitHeld();
    }

    static Gate onIteration(DataSource database, String taskId) {
        return new Gate(database, "select 1 from iteration where task_id = ? for update", taskId).awaitHeld();
    }

    /** Blocks storing the event. */
    static Gate onEvent(DataSource database, String taskId, String eventId) {
        return new Gate(database, """
                        insert into event (task_id, seq, event_id, type, payload)
                        values (?, 1000000, ?, 'task_finished', '{}')
                        """, taskId, eventId).awaitHeld();
    }

    Gate awaitHeld() {
        held.orTimeout(BOUND.toSeconds(), java.util.concurrent.TimeUnit.SECONDS).join();
        return this;
    }

    /** Returns once another transaction waits for this gate. */
    Gate awaitBlocked() {
        awaitRow("select 1 from pg_stat_activity where ? = any(pg_blocking_pids(pid))");
        return this;
    }

    private void awaitRow(String sql) {
        Awaitility.await("a write that is held up")
                .atMost(BOUND)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> exists(sql));
    }

    private boolean exists(String sql) throws SQLException {
        try (Connection other = database.getConnection();
                PreparedStatement query = other.prepareStatement(sql)) {
            query.setInt(1, backend);
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        }
    }

    private void take(String sql, Object... parameters) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int backend(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
        }
    }

    /** Rolls back. Also works if the database, and with it the gate, is gone. */
    @Override
    public void close() {
        try (connection) {
            connection.rollback();
        } catch (SQLException gone) {
            // Its server was killed: there is nothing to undo.
        }
    }
}
