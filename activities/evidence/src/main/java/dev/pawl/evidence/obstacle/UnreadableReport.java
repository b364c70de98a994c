package dev.pawl.evidence.obstacle;

import dev.pawl.evidence.report.RunnerOutput;
import dev.pawl.evidence.report.TestReport;
import dev.pawl.workflows.model.evidence.HostObstacle;
import java.util.Optional;

/** A runner that reached its summary and exited with 0, whose report file cannot be read. */
final class UnreadableReport {
    private UnreadableReport() {}

    static Optional<HostObstacle> of(RedBase red) {
        String file = red.check().junit();
        Integer exitCode = red.evidence().exitCode();
        if (file == null || exitCode == null || exitCode != 0) {
            return Optional.empty();
        }
        TestReport printed = RunnerOutput.of(red.output());
        return printed.recognised() && printed.complete() && printed.ran() > 0
                ? Optional.of(red.obstacle(
                        "the report that 'junit' names, %s, cannot be read as JUnit XML".formatted(file),
                        "remove 'junit' from the check in the task file, or name the runner's JUnit XML"))
                : Optional.empty();
    }
}
