package dev.pawl.chaos.stack;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;

/**
 * A client that locks the table that every write of a task begins with, as a careless migration does: writers wait in
 * the database with their connections, until the pool has none left.
 */
final class TableLock {
    private final Connection connection;
    private final CompletableFuture<Void> taken;

    private TableLock(Connection connection) {
        this.connection = connection;
        this.taken = CompletableFuture.runAsync(
                this::take, task -> Thread.ofVirtual().start(task));
    }

    /** Requests the lock without waiting for it: transactions with row locks come first. */
    static TableLock on(DataSource database) {
        try {
            Connection connection = database.getConnection();
            connection.setAutoCommit(false);
            return new TableLock(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void take() {
        try (Statement statement = connection.createStatement()) {
            statement.execute("lock table task in exclusive mode");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lets everybody go on. */
    void release() {
        taken.join();
        try (connection) {
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
