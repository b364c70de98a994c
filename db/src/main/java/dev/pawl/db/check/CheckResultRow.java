package dev.pawl.db.check;

import dev.pawl.db.column.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one check showed in one iteration.
 *
 * @param name unique within the iteration
 * @param state {@code passed}, {@code flaky}, {@code failed}, {@code timed_out} or {@code not_started}
 * @param exitCode absent where the process had none
 * @param satisfied whether what the task asks of the check is met
 * @param failures names of red tests
 * @param newFailures those the baseline did not have
 * @param excerpt the part of the output that tells most
 * @param outputRef SHA-256 of the whole output in the content store
 */
public record CheckResultRow(
        String name,
        String state,
        @Nullable Integer exitCode,
        boolean satisfied,
        int tests,
        List<String> failures,
        List<String> newFailures,
        String excerpt,
        @Nullable String outputRef,
        long durationMillis) {
    public CheckResultRow {
        failures = List.copyOf(failures);
        newFailures = List.copyOf(newFailures);
    }

    static CheckResultRow of(ResultSet row, int number) throws SQLException {
        return new CheckResultRow(
                row.getString("name"),
                row.getString("state"),
                Columns.intOrNull(row, "exit_code"),
                row.getBoolean("satisfied"),
                row.getInt("tests"),
                Columns.texts(row, "failures"),
                Columns.texts(row, "new_failures"),
                row.getString("excerpt"),
                row.getString("output_ref"),
                row.getLong("duration_millis"));
    }
}
