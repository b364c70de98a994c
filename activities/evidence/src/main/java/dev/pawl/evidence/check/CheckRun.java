package dev.pawl.evidence.check;

import dev.pawl.evidence.report.TestReport;
import org.jspecify.annotations.Nullable;

/**
 * One finished run of a check's command.
 *
 * @param exitCode absent if Pawl ended the process
 */
record CheckRun(@Nullable Integer exitCode, TestReport report) {
    boolean exitedGreen() {
        return exitCode != null && exitCode == 0;
    }
}
