package dev.pawl.evidence.check;

import dev.pawl.evidence.report.TestReport;
import dev.pawl.evidence.report.TestStatus;
import dev.pawl.workflows.model.request.CheckSpec;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Names of tests that are made anew by each run, as those of parameters that are drawn by chance. They are gone in the
 * next run though nobody left a test out, so they are found by a second run of the base.
 */
public final class GeneratedNames {
    /** A second run may take no longer than this, nor come near the time that the check has. */
    private static final Duration MOST = Duration.ofSeconds(20);

    private static final Pattern MAYBE = Pattern.compile(
            "[\\[(<].*\\d.*[\\])>]|0x\\p{XDigit}{4,}|\\p{XDigit}{8}-\\p{XDigit}{4}-|\\d{5,}|\\p{XDigit}{16,}");

    private GeneratedNames() {}

    /** Whether a second run is worth its time. */
    public static boolean possible(CheckSpec check, CheckResult result) {
        Duration took = Duration.ofMillis(result.evidence().durationMillis());
        return took.compareTo(MOST) < 0
                && took.multipliedBy(4).compareTo(check.timeout()) < 0
                && result.report().tests().keySet().stream()
                        .anyMatch(name -> MAYBE.matcher(name).find());
    }

    /** The first report with the names that both runs have; its counts stay as they are. */
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
