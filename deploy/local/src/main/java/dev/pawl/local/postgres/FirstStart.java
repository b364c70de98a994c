package dev.pawl.local.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/** Creates role and database of a new server. */
final class FirstStart {
    private FirstStart() {}

    /** @param password of letters, digits, {@code -} and {@code _} */
    static void create(DataSource server, String password) throws SQLException {
        if (!password.matches("[A-Za-z0-9_-]+")) {
            throw new IllegalArgumentException("not a password this can quote");
        }
        try (Connection connection = server.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql :
                    List.of("CREATE ROLE pawl LOGIN PASSWORD '" + password + "'", "CREATE DATABASE pawl OWNER pawl")) {
                statement.execute(sql);
            }
        }
    }
}
