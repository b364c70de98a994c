package dev.pawl.evidence.check;

import dev.pawl.evidence.report.TestReport;
import dev.pawl.workflows.model.request.CheckSpec;
import dev.pawl.workflows.model.request.Must;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether a run meets the check's {@code must}, and if not, why.
 *
 * @param red names of red tests
 * @param newlyRed red tests that were not red in the baseline, and tests of the baseline that did not run
 * @param reason one line; empty if satisfied
 */
record Verdict(boolean satisfied, List<String> red, List<String> newlyRed, String reason) {
    /** Exit code of the guard that is loaded into Python, see {@code sitecustomize.py}. */
    private static final int REFUSED = 97;

    /** @param before the baseline; {@link TestReport#NONE} if it is missing or showed no tests */
    static Verdict of(CheckSpec check, CheckRun run, TestReport before) {
        return of(check, run, before, Expectation.of(check));
    }

    static Verdict of(CheckSpec check, CheckRun run, TestReport before, Expectation expected) {
        TestReport now = run.report();
        BaselineComparison comparison = new BaselineComparison(before, now);
        Set<String> newlyRed = new LinkedHashSet<>(comparison.newlyRed());
        if (expected.counted() && now.failed() <= before.failed()) {
            newlyRed.retainAll(before.tests().keySet());
        }
        newlyRed.addAll(comparison.missing());
        String reason = shortfall(expected, run, comparison);
        if (reason.isEmpty()) {
            reason = check.must() == Must.PASS ? notGreen(run) : newFailures(run, newlyRed);
        }
        return new Verdict(reason.isEmpty(), now.red(), List.copyOf(newlyRed), reason);
    }

    /** @param objection one line; may be empty */
    Verdict unless(String objection) {
        return satisfied && !objection.isEmpty() ? new Verdict(false, red, newlyRed, objection) : this;
    }

    /** Why the run is not a complete run of the tests, whatever their results; empty if it is. */
    private static String shortfall(Expectation expected, CheckRun run, BaselineComparison comparison) {
        TestReport now = run.report();
        TestReport before = comparison.before();
        if (run.exitCode() == null) {
            return "the command did not finish";
        }
        if (run.exitCode() == REFUSED) {
            return "the code under test ended its test runner or replaced a part of it";
        }
        if ((before.complete() || expected.end()) && !now.complete()) {
            return "the test runner stopped before its summary (exit code %d)".formatted(run.exitCode());
        }
        if (before.xml() && !now.xml()) {
            return "the test runner wrote no report of its tests";
        }
        if (now.ran() == 0 && (expected.tests() || before.ran() > 0)) {
            return "no test was run";
        }
        if (expected.names()
                && run.exitedGreen()
                && now.ran() > 0
                && !now.named()
                && now.runner().equals("go test")) {
            return "go test named no test, so its test program ended before the first one";
        }
        if (now.ran() < before.ran() && !comparison.loadsMore()) {
            return "%d tests were run, the baseline ran %d".formatted(now.ran(), before.ran());
        }
        List<String> missing = comparison.missing();
        return missing.isEmpty() ? "" : "tests of the baseline were not run: " + first(missing);
    }

    private static String notGreen(CheckRun run) {
        if (!run.exitedGreen()) {
            return "exit code " + run.exitCode();
        }
        int failed = run.report().failed();
        return failed == 0 ? "" : "exit code 0, but %d tests are red".formatted(failed);
    }

    private static String newFailures(CheckRun run, Set<String> newlyRed) {
        if (!newlyRed.isEmpty()) {
            return "newly red: " + first(List.copyOf(newlyRed));
        }
        TestReport now = run.report();
        if (!now.recognised()) {
            return run.exitedGreen() ? "" : "exit code %d, and no test names to compare".formatted(run.exitCode());
        }
        if (now.failed() > now.red().size()) {
            return "%d tests are red, but only %d are named"
                    .formatted(now.failed(), now.red().size());
        }
        return run.exitedGreen() || now.failed() > 0 ? "" : "exit code %d without a red test".formatted(run.exitCode());
    }

    private static String first(List<String> names) {
        String some = String.join(", ", names.subList(0, Math.min(5, names.size())));
        return names.size() > 5 ? some + " and %d more".formatted(names.size() - 5) : some;
    }
}
