package dev.pawl.evidence.report;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gradle: red tests and the end of the build; the numbers come from its report files. */
final class GradleOutput implements RunnerOutput {
    private static final Pattern TASK = Pattern.compile("^> Task :\\S+.*$");
    private static final Pattern RED = Pattern.compile("^(\\S+) > (.+?) FAILED$");
    private static final Pattern TOTAL =
            Pattern.compile("^(\\d+) tests? completed(?:, (\\d+) failed)?(?:, (\\d+) skipped)?$");
    private static final Pattern BUILD = Pattern.compile("^BUILD (?:SUCCESSFUL|FAILED) in .*$");

    @Override
    public TestReport read(List<String> lines) {
        Tally tally = new Tally();
        boolean gradle = false;
        for (String line : lines) {
            Matcher red = RED.matcher(line);
            Matcher total = TOTAL.matcher(line);
            if (BUILD.matcher(line).matches()) {
                tally.ended();
                gradle = true;
            } else if (TASK.matcher(line).matches()) {
                gradle = true;
            } else if (red.matches()) {
                tally.test(red.group(1) + "." + red.group(2), TestStatus.FAILED);
            } else if (total.matches()) {
                int skipped = Tally.number(total, 3);
                tally.count(Math.max(0, Tally.number(total, 1) - skipped), Tally.number(total, 2), skipped);
            }
        }
        return gradle ? tally.report("gradle") : TestReport.NONE;
    }
}
