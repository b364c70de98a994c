package dev.pawl.evidence.report;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Test Anything Protocol, as Perl, bats and many others print it: a plan, and one line per test. Consecutive
 * streams are added up. Output of a runner that ends with its own counts is left to that runner's reader.
 */
final class TapOutput implements RunnerOutput {
    private static final Pattern PLAN = Pattern.compile("^1\\.\\.(\\d+)(?:\\s*#.*)?$");
    private static final Pattern TEST = Pattern.compile(
            "^(ok|not ok)\\b(?:\\s+(\\d+))?\\s*(?:-\\s+)?(.*?)(?:\\s*#\\s*(skip|todo)\\b.*)?$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OTHER = Pattern.compile("^(?:# tests \\d+|Files=\\d+, Tests=\\d+.*)$");

    @Override
    public TestReport read(List<String> lines) {
        if (lines.stream().noneMatch(line -> PLAN.matcher(line).matches())
                || lines.stream().anyMatch(line -> OTHER.matcher(line).matches())) {
            return TestReport.NONE;
        }
        Tally tally = new Tally();
        int planned = 0;
        int shown = 0;
        for (String line : lines) {
            Matcher plan = PLAN.matcher(line);
            Matcher test = TEST.matcher(line);
            if (plan.matches()) {
                planned += Tally.number(plan, 1);
            } else if (line.startsWith("Bail out!")) {
                tally.broke();
            } else if (test.matches()) {
                shown++;
                test(test, tally);
            }
        }
        if (planned == shown) {
            tally.ended();
        } else {
            tally.broke();
        }
        return tally.report("tap");
    }

    private static void test(Matcher test, Tally tally) {
        boolean green = test.group(1).equalsIgnoreCase("ok");
        String directive = test.group(4) == null ? "" : test.group(4).toLowerCase(Locale.ROOT);
        String name = test.group(3).isBlank()
                ? "test " + test.group(2)
                : test.group(3).strip();
        String unique = tally.numbered(name);
        if (directive.equals("skip")) {
            tally.test(unique, TestStatus.SKIPPED);
            tally.count(0, 0, 1);
        } else {
            boolean passed = green || directive.equals("todo");
            tally.test(unique, passed ? TestStatus.PASSED : TestStatus.FAILED);
            tally.count(1, passed ? 0 : 1, 0);
        }
    }
}
