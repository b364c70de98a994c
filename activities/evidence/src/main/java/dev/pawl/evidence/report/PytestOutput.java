package dev.pawl.evidence.report;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** pytest: the short summary, verbose lines and the last line with its counts. */
final class PytestOutput implements RunnerOutput {
    private static final String RESULTS = "PASSED|FAILED|ERROR|SKIPPED|XFAIL|XPASS";
    private static final Pattern SUMMARY = Pattern.compile(
            "^=*\\s*(?:no tests ran|no tests collected.*|\\d+ (?:passed|failed|errors?|skipped|xfailed|xpassed|deselected|warnings?|rerun|subtests passed)\\b.*) in [\\d.]+s.*$");
    private static final Pattern COUNT = Pattern.compile("(\\d+) (passed|failed|errors?|skipped|xfailed|xpassed)\\b");
    private static final Pattern SHORT = Pattern.compile("^(" + RESULTS + ") (\\S+?\\.py(?:::.+?)?)(?: - .*)?$");
    private static final Pattern VERBOSE =
            Pattern.compile("^(\\S+\\.py::.+?) (" + RESULTS + ")(?: \\(.*\\))?\\s*(?:\\[ *\\d+%\\])?$");

    @Override
    public TestReport read(List<String> lines) {
        Tally tally = new Tally();
        for (String line : lines) {
            read(line, tally);
        }
        return tally.empty() ? TestReport.NONE : tally.report("pytest");
    }

    private static void read(String line, Tally tally) {
        Matcher verbose = VERBOSE.matcher(line);
        Matcher summary = SHORT.matcher(line);
        if (verbose.matches()) {
            tally.test(verbose.group(1), status(verbose.group(2), verbose.group(1)));
        } else if (summary.matches()) {
            tally.test(summary.group(2), status(summary.group(1), summary.group(2)));
        } else if (SUMMARY.matcher(line).matches()) {
            tally.ended();
            count(line, tally);
        } else if (line.startsWith("INTERNALERROR>") || line.startsWith("!!!!")) {
            tally.broke();
        }
    }

    private static void count(String line, Tally tally) {
        Matcher count = COUNT.matcher(line);
        while (count.find()) {
            int number = Tally.number(count, 1);
            switch (count.group(2)) {
                case "passed", "xpassed", "xfailed" -> tally.count(number, 0, 0);
                case "skipped" -> tally.count(0, 0, number);
                default -> tally.count(number, number, 0);
            }
        }
    }

    private static TestStatus status(String word, String name) {
        return switch (word) {
            case "FAILED" -> TestStatus.FAILED;
            case "ERROR" -> name.contains("::") ? TestStatus.FAILED : TestStatus.BROKEN;
            case "SKIPPED" -> TestStatus.SKIPPED;
            default -> TestStatus.PASSED;
        };
    }
}
