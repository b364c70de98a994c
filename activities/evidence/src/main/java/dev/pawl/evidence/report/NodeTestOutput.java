package dev.pawl.evidence.report;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Node's own runner, in its TAP and its spec format, which end with the same counts. */
final class NodeTestOutput implements RunnerOutput {
    private static final Pattern COUNT = Pattern.compile("^(?:#|ℹ) (tests|fail|cancelled|skipped|todo) (\\d+)$");
    private static final Pattern TAP = Pattern.compile("^\\s*(ok|not ok) \\d+ - (.+?)(?: # (SKIP|TODO).*)?$");
    private static final Pattern SPEC = Pattern.compile("^\\s*([✔✖﹣]) (.+?) \\([\\d.]+ms\\).*$");

    private static final Pattern FILE = Pattern.compile(".*/[^/]+\\.[cm]?[jt]sx?");

    @Override
    public TestReport read(List<String> lines) {
        Tally tally = new Tally();
        int[] counts = new int[3];
        boolean repeated = false;
        for (String line : lines) {
            boolean again = repeated;
            // The spec format lists red tests a second time at its end.
            repeated = line.startsWith("test at ");
            Matcher count = COUNT.matcher(line);
            if (count.matches()) {
                int at = switch (count.group(1)) {
                    case "tests" -> 0;
                    case "fail", "cancelled" -> 1;
                    default -> 2;
                };
                counts[at] += Tally.number(count, 2);
                if (at == 0) {
                    tally.ended();
                }
            } else if (!again) {
                name(line, tally);
            }
        }
        TestReport names = tally.report("node:test");
        if (!names.complete()) {
            return TestReport.NONE;
        }
        tally.count(Math.max(0, counts[0] - counts[2]), counts[1], counts[2]);
        return tally.report("node:test");
    }

    /** A file is named only if no test of it ran, so a red file has lost its tests. */
    private static TestStatus red(String name) {
        return FILE.matcher(name).matches() ? TestStatus.BROKEN : TestStatus.FAILED;
    }

    private static void name(String line, Tally tally) {
        Matcher tap = TAP.matcher(line);
        Matcher spec = SPEC.matcher(line);
        if (tap.matches()) {
            boolean skip = tap.group(3) != null;
            tally.test(
                    tally.numbered(tap.group(2)),
                    skip ? TestStatus.SKIPPED : tap.group(1).equals("ok") ? TestStatus.PASSED : red(tap.group(2)));
        } else if (spec.matches()) {
            tally.test(
                    tally.numbered(spec.group(2)),
                    switch (spec.group(1)) {
                        case "✔" -> TestStatus.PASSED;
                        case "✖" -> red(spec.group(2));
                        default -> TestStatus.SKIPPED;
                    });
        }
    }
}
