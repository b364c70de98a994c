package dev.pawl.local.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/** Creates the database and sets the password of a new server: the embedded one trusts every local user at first. */
final class FirstStart {
    private static final String ACCESS = """
            # Written by Pawl: passwords for everyone.
            host all all 127.0.0.1/32 scram-sha-256
            host all all ::1/128      scram-sha-256
            """;

    private FirstStart() {}

    /** @param password of letters, digits, {@code -} and {@code _} */
    static void secure(DataSource server, String password, Path data) throws SQLException, IOException {
        if (!password.matches("[A-Za-z0-9_-]+")) {
            throw new IllegalArgumentException("not a password this can quote");
        }
        try (Connection connection = server.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : List.of(
                    "CREATE ROLE pawl LOGIN PASSWORD '" + password + "'",
                    "CREATE DATABASE pawl OWNER pawl",
                    "ALTER ROLE postgres PASSWORD '" + password + "'")) {
                statement.execute(sql);
            }
            Files.writeString(data.resolve("pg_hba.conf"), ACCESS, StandardCharsets.UTF_8);
            statement.execute("SELECT pg_reload_conf()");
        }
    }
}
