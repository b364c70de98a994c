package dev.pawl.evidence.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code go test}: one line per package, and the failed tests, or all tests with {@code -v}. */
final class GoTestOutput implements RunnerOutput {
    private static final Pattern PACKAGE =
            Pattern.compile("^(ok|FAIL)\\s+(\\S+)\\s+(\\(cached\\)|[\\d.]+s|\\[(?:build|setup) failed\\])(.*)$");
    private static final Pattern UNTESTED = Pattern.compile("^\\?\\s+(\\S+)\\s+\\[no test files\\]$");
    private static final Pattern TEST = Pattern.compile("^\\s*--- (PASS|FAIL|SKIP): (\\S+) \\([\\d.]+s\\)$");

    @Override
    public TestReport read(List<String> lines) {
        Tally tally = new Tally();
        Map<String, TestStatus> pending = new LinkedHashMap<>();
        boolean verbose = lines.stream().anyMatch(line -> line.startsWith("=== RUN "));
        for (String line : lines) {
            Matcher test = TEST.matcher(line);
            Matcher name = PACKAGE.matcher(line);
            if (test.matches()) {
                pending.put(test.group(2), status(test.group(1)));
            } else if (name.matches()) {
                close(name, pending, verbose, tally);
            } else if (UNTESTED.matcher(line).matches()) {
                tally.ended();
            }
        }
        if (!pending.isEmpty()) {
            tally.broke();
            pending.forEach(tally::test);
        }
        if (!verbose) {
            tally.namesOnlyRed();
        }
        return tally.empty() ? TestReport.NONE : tally.report("go test");
    }

    private static void close(Matcher line, Map<String, TestStatus> pending, boolean verbose, Tally tally) {
        String name = line.group(2);
        boolean red = line.group(1).equals("FAIL");
        boolean unbuilt = line.group(3).startsWith("[");
        boolean none = line.group(4).contains("no tests to run");
        tally.ended();
        if (verbose && !red && !none && pending.isEmpty()) {
            // The process ended before the first test, with exit code 0.
            tally.test(name, TestStatus.BROKEN);
            tally.broke();
            return;
        }
        tally.test(
                name,
                unbuilt ? TestStatus.BROKEN : red ? TestStatus.FAILED : none ? TestStatus.SKIPPED : TestStatus.PASSED);
        tally.count(none || unbuilt ? 0 : 1, red ? 1 : 0, 0);
        pending.forEach((test, status) -> tally.test(name + "." + test, status));
        pending.clear();
    }

    private static TestStatus status(String word) {
        return switch (word) {
            case "PASS" -> TestStatus.PASSED;
            case "SKIP" -> TestStatus.SKIPPED;
            default -> TestStatus.FAILED;
        };
    }
}
