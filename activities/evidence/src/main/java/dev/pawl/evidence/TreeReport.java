package dev.pawl.evidence;

import dev.pawl.evidence.report.TestReport;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What checks showed on a tree.
 *
 * @param red the first check that failed, or {@code setup}; absent if all passed
 * @param excerpt the most useful part of its output; empty if all passed
 * @param reports test by test, by the name of the check
 */
public record TreeReport(@Nullable String red, String excerpt, Map<String, TestReport> reports) {
    /** Of no check. */
    public static final TreeReport NONE = new TreeReport(null, "", Map.of());

    public TreeReport {
        reports = Map.copyOf(reports);
    }

    static TreeReport green(Map<String, TestReport> reports) {
        return new TreeReport(null, "", reports);
    }

    static TreeReport red(String check, String excerpt) {
        return new TreeReport(check, excerpt, Map.of());
    }
}
