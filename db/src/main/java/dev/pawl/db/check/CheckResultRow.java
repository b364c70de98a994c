package dev.pawl.db.check;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.ReadOnlyProperty;

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
        // Written as a part of the key.
        @ReadOnlyProperty String name,
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
}
