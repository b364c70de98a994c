package dev.pawl.evidence.report;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Jest and Vitest: the {@code Tests} line, and the names of red tests. */
final class JestOutput implements RunnerOutput {
    private static final Pattern TOTAL =
            Pattern.compile("^\\s*Tests:?\\s+(\\d+ (?:failed|passed|skipped|todo|pending)\\b.*|no tests)$");
    private static final Pattern COUNT = Pattern.compile("(\\d+) (failed|passed|skipped|todo|pending)\\b");
    private static final Pattern RED_FILE =
            Pattern.compile("^\\s*(?:FAIL|❯)\\s+(\\S+\\.[cm]?[jt]sx?)(?: > (.+?))?(?: \\(.*\\))?$");
    private static final Pattern RED_TEST = Pattern.compile("^\\s*● (.+ › .+)$");

    @Override
    public TestReport read(List<String> lines) {
        Tally tally = new Tally();
        boolean jest = false;
        for (String line : lines) {
            Matcher total = TOTAL.matcher(line);
            Matcher file = RED_FILE.matcher(line);
            Matcher test = RED_TEST.matcher(line);
            if (total.matches()) {
                jest = true;
                tally.ended();
                count(total.group(1), tally);
            } else if (file.matches() && file.group(2) != null) {
                tally.test(file.group(1) + " > " + file.group(2), TestStatus.FAILED);
            } else if (test.matches()) {
                tally.test(test.group(1), TestStatus.FAILED);
            }
        }
        return jest ? tally.report("jest") : TestReport.NONE;
    }

    private static void count(String counts, Tally tally) {
        Matcher count = COUNT.matcher(counts);
        while (count.find()) {
            int number = Tally.number(count, 1);
            switch (count.group(2)) {
                case "passed" -> tally.count(number, 0, 0);
                case "failed" -> tally.count(number, number, 0);
                default -> tally.count(0, 0, number);
            }
        }
    }
}
