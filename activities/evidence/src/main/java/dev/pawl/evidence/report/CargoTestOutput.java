package dev.pawl.evidence.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code cargo test}: one line per test, and a result line per test binary. */
final class CargoTestOutput implements RunnerOutput {
    private static final Pattern START = Pattern.compile("^running (\\d+) tests?$");
    private static final Pattern BINARY = Pattern.compile("^\\s*(?:Running (?:unittests )?(\\S+)|Doc-tests (\\S+)).*$");
    private static final Pattern TEST = Pattern.compile("^test (.+?) \\.\\.\\. (ok|FAILED|ignored.*)$");
    private static final Pattern RESULT =
            Pattern.compile("^test result: (?:ok|FAILED)\\. (\\d+) passed; (\\d+) failed; (\\d+) ignored;.*$");

    /** The line number of an example in a comment, which changes with the code above it. */
    private static final Pattern LINE = Pattern.compile(" \\(line \\d+\\)(?: - compile(?: fail)?)?$");

    @Override
    public TestReport read(List<String> lines) {
        Tally tally = new Tally();
        Map<String, Integer> seen = new HashMap<>();
        String binary = "";
        int open = 0;
        for (String line : lines) {
            Matcher start = BINARY.matcher(line);
            Matcher result = RESULT.matcher(line);
            if (start.matches()) {
                binary = (start.group(1) == null ? "doc " + start.group(2) : start.group(1)) + " ";
            } else if (START.matcher(line).matches()) {
                open++;
            } else if (result.matches()) {
                open--;
                tally.ended();
                int failed = Tally.number(result, 2);
                tally.count(Tally.number(result, 1) + failed, failed, Tally.number(result, 3));
            } else {
                name(line, binary, seen, tally);
            }
        }
        if (open > 0) {
            tally.broke();
        }
        return tally.empty() ? TestReport.NONE : tally.report("cargo test");
    }

    private static void name(String line, String binary, Map<String, Integer> seen, Tally tally) {
        Matcher test = TEST.matcher(line);
        if (test.matches()) {
            TestStatus status = switch (test.group(2)) {
                case "ok" -> TestStatus.PASSED;
                case "FAILED" -> TestStatus.FAILED;
                default -> TestStatus.SKIPPED;
            };
            tally.test(unique(binary + LINE.matcher(test.group(1)).replaceFirst(""), seen), status);
        }
    }

    /** Several examples may be in one comment. */
    private static String unique(String name, Map<String, Integer> seen) {
        int times = seen.merge(name, 1, Integer::sum);
        return times == 1 ? name : name + " #" + times;
    }
}
