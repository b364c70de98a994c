package dev.pawl.evidence.report;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Perl's {@code prove}: one line per file, a summary of failures, and its result. */
final class ProveOutput implements RunnerOutput {
    private static final Pattern FILE =
            Pattern.compile("^(\\S+) \\.{2,} ?(ok|skipped: .*|)(?: *\\(.*\\)| *[\\d.]+ m?s.*)?$");
    private static final Pattern RED = Pattern.compile("^(\\S+)\\s+\\(Wstat: \\d+.* Tests: (\\d+) Failed: (\\d+)\\)$");
    private static final Pattern TOTAL = Pattern.compile("^Files=(\\d+), Tests=(\\d+), .*$");
    private static final Pattern RESULT = Pattern.compile("^Result: (PASS|FAIL|NOTESTS)$");

    @Override
    public TestReport read(List<String> lines) {
        Tally tally = new Tally();
        boolean total = false;
        int failed = 0;
        int unfinished = 0;
        for (String line : lines) {
            Matcher file = FILE.matcher(line);
            Matcher red = RED.matcher(line);
            Matcher tests = TOTAL.matcher(line);
            Matcher result = RESULT.matcher(line);
            if (file.matches()) {
                tally.test(file.group(1), file.group(2).startsWith("skipped") ? TestStatus.SKIPPED : TestStatus.PASSED);
            } else if (red.matches()) {
                boolean none = red.group(3).equals("0");
                unfinished += none ? 1 : 0;
                failed += Tally.number(red, 3);
                tally.test(red.group(1), red.group(2).equals("0") ? TestStatus.BROKEN : TestStatus.FAILED);
            } else if (tests.matches()) {
                total = true;
                tally.count(Tally.number(tests, 2), 0, 0);
            } else if (total && result.matches()) {
                tally.ended();
                boolean red0 = result.group(1).equals("FAIL") && failed + unfinished == 0;
                tally.count(0, failed + unfinished + (red0 ? 1 : 0), 0);
            }
        }
        return total ? tally.report("prove") : TestReport.NONE;
    }
}
