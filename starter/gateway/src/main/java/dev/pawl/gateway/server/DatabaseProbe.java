package dev.pawl.gateway.server;

import dev.pawl.api.v1.DatabaseInfo;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** Probes the database. */
final class DatabaseProbe {
    /** Parameters and user information may hold credentials. */
    private static final Pattern SECRETS = Pattern.compile("(?<=//)[^/@]*@|\\?.*");

    private final DataSource database;
    private volatile String url = "";

    DatabaseProbe(DataSource database) {
        this.database = database;
    }

    DatabaseInfo look() {
        try (Connection connection = database.getConnection()) {
            DatabaseMetaData data = connection.getMetaData();
            url = SECRETS.matcher(data.getURL()).replaceAll("");
            return DatabaseInfo.newBuilder()
                    .setUrl(url)
                    .setReachable(true)
                    .setVersion(data.getDatabaseProductName() + " " + data.getDatabaseProductVersion())
                    .build();
        } catch (SQLException e) {
            return DatabaseInfo.newBuilder()
                    .setUrl(url)
                    .setProblem("the database does not answer: " + e.getMessage())
                    .build();
        }
    }
}
