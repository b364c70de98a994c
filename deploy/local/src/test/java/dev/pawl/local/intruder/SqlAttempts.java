package dev.pawl.local.intruder;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Connections to PostgreSQL. */
final class SqlAttempts {
    private SqlAttempts() {}

    static List<String> answers(int port) {
        List<String> answers = new ArrayList<>();
        for (String database : List.of("postgres", "pawl", "template1")) {
            for (String user : List.of("postgres", "pawl")) {
                for (String password : List.of("", user)) {
                    String url = "jdbc:postgresql://127.0.0.1:%d/%s?loginTimeout=5&sslmode=disable"
                            .formatted(port, database);
                    try {
                        DriverManager.getConnection(url, user, password).close();
                        answers.add("%s is let into %s with password '%s'".formatted(user, database, password));
                    } catch (SQLException refused) {
                        // As it should be.
                    }
                }
            }
        }
        return answers;
    }
}
