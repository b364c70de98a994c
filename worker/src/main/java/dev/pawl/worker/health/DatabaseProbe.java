package dev.pawl.worker.health;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether the database answers within two seconds. */
public final class DatabaseProbe implements BooleanSupplier {
    private static final Logger log = LoggerFactory.getLogger(DatabaseProbe.class);
    private static final int SECONDS = 2;

    private final DataSource database;

    public DatabaseProbe(DataSource database) {
        this.database = database;
    }

    @Override
    public boolean getAsBoolean() {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(SECONDS);
        } catch (SQLException e) {
            log.warn("the database does not answer: {}", e.getMessage());
            return false;
        }
    }
}
