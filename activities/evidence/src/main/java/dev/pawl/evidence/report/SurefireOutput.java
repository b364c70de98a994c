package dev.pawl.evidence.report;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Maven's Surefire and Failsafe: the totals per module and the names of red tests. */
final class SurefireOutput implements RunnerOutput {
    private static final Pattern TOTAL = Pattern.compile(
            "^(?:\\[\\w+\\] )?Tests run: (\\d+), Failures: (\\d+), Errors: (\\d+), Skipped: (\\d+)(?:, Flakes: \\d+)?$");
    private static final Pattern RED = Pattern.compile(
            "^(?:\\[ERROR\\] )?\\s*([\\w.$]+\\.[\\w\\[\\]{}, ()$]+?) (?:--|-)?\\s*Time elapsed.*<<< (?:FAILURE|ERROR)!.*$");
    private static final Pattern BUILD = Pattern.compile("^(?:\\[\\w+\\] )?BUILD (?:SUCCESS|FAILURE)$");

    @Override
    public TestReport read(List<String> lines) {
        Tally tally = new Tally();
        boolean tests = false;
        boolean build = false;
        for (String line : lines) {
            Matcher total = TOTAL.matcher(line);
            Matcher red = RED.matcher(line);
            if (total.matches()) {
                tests = true;
                count(total, tally);
            } else if (red.matches() && !red.group(1).startsWith("Tests run")) {
                tally.test(red.group(1), TestStatus.FAILED);
            } else if (BUILD.matcher(line).matches()) {
                build = true;
            }
        }
        if (build || tests) {
            tally.ended();
        }
        return tests || build ? tally.report("maven") : TestReport.NONE;
    }

    private static void count(Matcher total, Tally tally) {
        int skipped = Tally.number(total, 4);
        int failed = Tally.number(total, 2) + Tally.number(total, 3);
        tally.count(Math.max(0, Tally.number(total, 1) - skipped), failed, skipped);
    }
}
