package dev.pawl.evidence.check;

import dev.pawl.evidence.report.TestReport;
import dev.pawl.evidence.report.TestStatus;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Compares two runs test by test. A test of the baseline that is missing or skipped now counts as red, so that leaving
 * a test out does not pass it.
 */
record BaselineComparison(TestReport before, TestReport now) {

    /** Red now and not red before, including tests of a file that could not be loaded before. */
    List<String> newlyRed() {
        return now.red().stream().filter(name -> !wasRed(name)).toList();
    }

    /** Run in the baseline but not now; known only if both runs name all their tests. */
    List<String> missing() {
        if (!comparable() || !now.named()) {
            return List.of();
        }
        return before.tests().entrySet().stream()
                .filter(test ->
                        executed(test.getValue()) && !executed(now.tests().get(test.getKey())))
                .map(Map.Entry::getKey)
                .filter(name -> !brokenNow(name))
                .toList();
    }

    /** Whether files that could not be loaded before were counted as tests, so that totals cannot be compared. */
    boolean loadsMore() {
        return before.tests().containsValue(TestStatus.BROKEN) && !now.tests().containsValue(TestStatus.BROKEN);
    }

    private boolean wasRed(String name) {
        TestStatus status = before.tests().get(name);
        return status != null && status.red();
    }

    private boolean brokenNow(String name) {
        return now.tests().entrySet().stream()
                .anyMatch(test -> test.getValue() == TestStatus.BROKEN && within(name, test.getKey()));
    }

    private static boolean within(String name, String container) {
        return name.startsWith(container + ".") || name.startsWith(container + "::");
    }

    private static boolean executed(@Nullable TestStatus status) {
        return status == TestStatus.PASSED || status == TestStatus.FAILED;
    }

    /** A report file and printed output name the same test differently. */
    private boolean comparable() {
        return before.recognised() && before.xml() == now.xml();
    }
}
