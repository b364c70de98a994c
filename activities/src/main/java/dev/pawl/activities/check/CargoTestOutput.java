package dev.pawl.activities.check;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code cargo test}: a line per test, a result line per test binary. */
final class CargoTestOutput implements RunnerOutput {
    private static final Pattern START = Pattern.compile("^running (\\d+) tests?$");
    private static final Pattern BINARY = Pattern.compile("^\\s*(?:Running (?:unittests )?(\\S+)|Doc-tests (\\S+)).*$");
    private static final Pattern TEST = Pattern.compile("^test (.+?) \\.\\.\\. (ok|FAILED|ignored.*)$");
    private static final Pattern RESULT =
            Pattern.compile("^test result: (?:ok|FAILED)\\. (\\d+) passed; (\\d+) failed; (\\d+) ignored;.*$");

    @Override
    public TestReport read(List<String> lines) {
        Tally tally = new Tally();
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
                name(line, binary, tally);
            }
        }
        if (open > 0) {
            tally.broke();
        }
        return tally.empty() ? TestReport.NONE : tally.report("cargo test");
    }

    private static void name(String line, String binary, Tally tally) {
        Matcher test = TEST.matcher(line);
        if (test.matches()) {
            TestStatus status = switch (test.group(2)) {
                case "ok" -> TestStatus.PASSED;
                case "FAILED" -> TestStatus.FAILED;
                default -> TestStatus.SKIPPED;
            };
            tally.test(binary + test.group(1), status);
        }
    }
}
