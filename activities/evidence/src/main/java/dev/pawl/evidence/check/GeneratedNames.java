package dev.pawl.evidence.check;

import dev.pawl.evidence.report.TestReport;
import dev.pawl.evidence.report.TestStatus;
import dev.pawl.workflows.model.request.CheckSpec;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Names of tests that each run generates anew, such as those of random parameters. They are missing in the next run
 * though no test was left out, so a second run of the base finds them.
 */
public final class GeneratedNames {
    /** Only a check that took less than this, and far less than its timeout, is run a second time. */
    private static final Duration MOST = Duration.ofSeconds(20);

    private static final Pattern MAYBE = Pattern.compile(
            "[\\[(<].*\\d.*[\\])>]|0x\\p{XDigit}{4,}|\\p{XDigit}{8}-\\p{XDigit}{4}-|\\d{5,}|\\p{XDigit}{16,}");

    private GeneratedNames() {}

    /** Whether a second run is worthwhile. */
    public static boolean possible(CheckSpec check, CheckResult result) {
        Duration took = Duration.ofMillis(result.evidence().durationMillis());
        return took.compareTo(MOST) < 0
                && took.multipliedBy(4).compareTo(check.timeout()) < 0
                && result.report().tests().keySet().stream()
                        .anyMatch(name -> MAYBE.matcher(name).find());
    }

    /** The first report, reduced to the names that both runs have; its counts are unchanged. */
    public static TestReport stable(TestReport first, TestReport second) {
        if (!second.complete() || second.xml() != first.xml() || second.ran() != first.ran()) {
            return first;
        }
        Map<String, TestStatus> kept = new LinkedHashMap<>(first.tests());
        kept.keySet().retainAll(second.tests().keySet());
        return new TestReport(
                first.runner(),
                first.complete(),
                first.ran(),
                first.failed(),
                first.skipped(),
                kept,
                first.named(),
                first.xml());
    }
}
