package dev.pawl.db.check;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.ReadOnlyProperty;

/**
 * The result of one check in one iteration.
 *
 * @param name unique within the iteration
 * @param state {@code passed}, {@code flaky}, {@code failed}, {@code timed_out} or {@code not_started}
 * @param exitCode absent if the process had none
 * @param satisfied whether the task's requirement on the check is met
 * @param failures names of red tests
 * @param newFailures those that the baseline did not have
 * @param excerpt the most useful part of the output
 * @param outputRef SHA-256 of the whole output in the content store
 */
public record CheckResultRow(
        // Written as part of the key.
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
