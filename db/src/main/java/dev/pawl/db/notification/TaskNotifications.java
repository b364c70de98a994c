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
 * Hears which tasks change, on a connection of its own. A notification comes after the commit of the change. It is a
 * hint: what changes while no connection listens is not reported later.
 */
public final class TaskNotifications implements AutoCloseable {
    /** As in the trigger of the schema. */
    private static final String LISTEN = "listen pawl_task";

    private final Connection connection;
    private final PGConnection notifications;
    private boolean lost;

    private TaskNotifications(Connection connection) throws SQLException {
        this.connection = connection;
        this.notifications = connection.unwrap(PGConnection.class);
    }

    /** Listens from its return on. */
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
     * Waits for notifications, at most so long.
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

    /** The connection may go back to a pool. */
    private static void stopListening(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("unlisten *");
        }
    }
}
