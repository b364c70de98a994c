package dev.pawl.evidence.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The results that a test runner reported.
 *
 * @param runner the recognised runners, joined by a comma; empty if there are none
 * @param complete whether all of them finished and reported that
 * @param ran number of tests that ran, red or green
 * @param failed number of red tests among them, by the runner's own count
 * @param tests results by name; a runner that prints only failures names only these
 * @param named whether all tests are named, and not only the red ones
 * @param xml whether the names come from a report file
 */
public record TestReport(
        String runner,
        boolean complete,
        int ran,
        int failed,
        int skipped,
        Map<String, TestStatus> tests,
        boolean named,
        boolean xml) {
    public static final TestReport NONE = new TestReport("", false, 0, 0, 0, Map.of(), false, false);

    public TestReport {
        tests = Collections.unmodifiableMap(new LinkedHashMap<>(tests));
    }

    public boolean recognised() {
        return !runner.isEmpty();
    }

    /** Names of red tests, in the order in which they were reported. */
    public List<String> red() {
        List<String> names = new ArrayList<>();
        tests.forEach((name, status) -> {
            if (status.red()) {
                names.add(name);
            }
        });
        return names;
    }

    /** A copy with other names; if two tests get the same name, the worse result counts. */
    public TestReport renamed(UnaryOperator<String> names) {
        Map<String, TestStatus> renamed = new LinkedHashMap<>();
        tests.forEach((name, status) -> renamed.merge(names.apply(name), status, TestStatus::worse));
        return new TestReport(runner, complete, ran, failed, skipped, renamed, named, xml);
    }

    /** The sum of two reports, for a command that starts several runners. */
    TestReport plus(TestReport other) {
        if (!recognised()) {
            return other;
        }
        if (!other.recognised()) {
            return this;
        }
        Map<String, TestStatus> both = new LinkedHashMap<>(tests);
        other.tests.forEach((name, status) -> both.merge(name, status, TestStatus::worse));
        String names = runner.equals(other.runner) ? runner : runner + "," + other.runner;
        return new TestReport(
                names,
                complete && other.complete,
                ran + other.ran,
                failed + other.failed,
                skipped + other.skipped,
                both,
                named && other.named,
                xml || other.xml);
    }
}
