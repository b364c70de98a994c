package dev.pawl.evidence.check;

import dev.pawl.evidence.report.TestReport;
import dev.pawl.evidence.report.TestStatus;
import java.util.List;

/** How a check was red before any agent worked, for comparing a later run with it. */
public record BaseRed(CheckResult before) {

    /** Whether a run is red as the base was: a test that was red then is, or the same kind of failure. */
    public boolean is(CheckResult now) {
        List<String> red = before.report().red();
        return red.isEmpty()
                ? kind() == RedKind.of(now.evidence())
                : red.stream().anyMatch(now.report().red()::contains);
    }

    /** Whether all that was red is green, also if the run is red for another reason. */
    public boolean gone(CheckResult now) {
        TestReport report = now.report();
        List<String> red = before.report().red();
        return now.evidence().satisfied()
                || (!red.isEmpty()
                        && report.recognised()
                        && red.stream().allMatch(name -> report.tests().get(name) == TestStatus.PASSED));
    }

    /** Whether the check asked nothing yet, as before the first tests of a project are written. */
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
