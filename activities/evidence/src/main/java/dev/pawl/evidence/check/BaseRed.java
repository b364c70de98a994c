package dev.pawl.evidence.check;

import dev.pawl.evidence.report.TestReport;
import dev.pawl.evidence.report.TestStatus;
import java.util.List;

/** The red result of a check before any agent worked, to compare later runs with. */
public record BaseRed(CheckResult before) {

    /**
     * Whether a run is red as the base was: one of the tests that were red is red again, or the kind of failure is the
     * same.
     */
    public boolean is(CheckResult now) {
        List<String> red = before.report().red();
        return red.isEmpty()
                ? kind() == RedKind.of(now.evidence())
                : red.stream().anyMatch(now.report().red()::contains);
    }

    /** Whether everything that was red is green now, even if the run is red for another reason. */
    public boolean gone(CheckResult now) {
        TestReport report = now.report();
        List<String> red = before.report().red();
        return now.evidence().satisfied()
                || (!red.isEmpty()
                        && report.recognised()
                        && red.stream().allMatch(name -> report.tests().get(name) == TestStatus.PASSED));
    }

    /** Whether the check tested nothing yet, as before the first tests of a project are written. */
    public boolean askedNothing() {
        return switch (kind()) {
            case NO_TESTS, NOT_LOADED, NOT_STARTED -> true;
            case TIMED_OUT, FAILED -> false;
        };
    }

    private RedKind kind() {
        return RedKind.of(before.evidence());
    }
}
