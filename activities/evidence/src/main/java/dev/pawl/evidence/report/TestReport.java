package dev.pawl.evidence.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What a test runner reported.
 *
 * @param runner the runners that were recognised, joined by a comma; empty where none was
 * @param complete whether every one of them came to its own end and said so
 * @param ran tests that were executed, red or green
 * @param failed red ones among them, by the runner's own count
 * @param tests results by name; a runner that prints only its failures names only these
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

    /** Names of red tests, in the order they were reported. */
    public List<String> red() {
        List<String> names = new ArrayList<>();
        tests.forEach((name, status) -> {
            if (status.red()) {
                names.add(name);
            }
        });
        return names;
    }

    /** The same with other names; of two tests that then have one name, the worse result counts. */
    public TestReport renamed(UnaryOperator<String> names) {
        Map<String, TestStatus> renamed = new LinkedHashMap<>();
        tests.forEach((name, status) -> renamed.merge(names.apply(name), status, TestStatus::worse));
        return new TestReport(runner, complete, ran, failed, skipped, renamed, named, xml);
    }

    /** Both together, as for a command that starts several runners. */
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
