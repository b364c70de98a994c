package dev.pawl.db.notification;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Listens on its own connection for tasks that change. A notification comes after the commit of the change. It is a
 * hint: changes are lost while no connection listens.
 */
public final class TaskNotifications implements AutoCloseable {
    /** The channel of the schema's trigger. */
    private static final String LISTEN = "listen pawl_task";

    private final Connection connection;
    private final PGConnection notifications;
    private boolean lost;

    private TaskNotifications(Connection connection) throws SQLException {
        this.connection = connection;
        this.notifications = connection.unwrap(PGConnection.class);
    }

    /** Returns once it listens. */
    public static TaskNotifications listen(DataSource database) throws SQLException {
        Connection connection = database.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute(LISTEN);
            return new TaskNotifications(connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /**
     * Waits for notifications.
     *
     * @param atMost a millisecond or more
     * @return ids of tasks that changed; may be empty, may repeat an id
     * @throws SQLException if the connection is lost
     */
    public List<String> await(Duration atMost) throws SQLException {
        try {
            return Arrays.stream(notifications.getNotifications((int) atMost.toMillis()))
                    .map(PGNotification::getParameter)
                    .toList();
        } catch (SQLException e) {
            lost = true;
            throw e;
        }
    }

    @Override
    public void close() throws SQLException {
        try (Connection closed = connection) {
            if (!lost) {
                stopListening(closed);
            }
        }
    }

    /** The connection may return to a pool. */
    private static void stopListening(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("unlisten *");
        }
    }
}
