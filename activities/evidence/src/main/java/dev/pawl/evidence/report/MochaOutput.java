package dev.pawl.evidence.report;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Mocha: {@code N passing}, {@code N failing}, {@code N pending}, and the marked names. */
final class MochaOutput implements RunnerOutput {
    private static final Pattern COUNT = Pattern.compile("^\\s+(\\d+) (passing \\(.*\\)|failing|pending)$");
    private static final Pattern GREEN = Pattern.compile("^\\s+[✔✓] (.+?)(?: \\(\\d+ms\\))?$");
    private static final Pattern RED = Pattern.compile("^\\s+\\d+\\) (.+?)$");

    @Override
    public TestReport read(List<String> lines) {
        Tally tally = new Tally();
        boolean mocha = false;
        for (String line : lines) {
            Matcher count = COUNT.matcher(line);
            Matcher green = GREEN.matcher(line);
            Matcher red = RED.matcher(line);
            if (count.matches()) {
                mocha = true;
                count(count, tally);
            } else if (green.matches() && !mocha) {
                tally.test(green.group(1), TestStatus.PASSED);
            } else if (red.matches() && !mocha) {
                tally.test(red.group(1), TestStatus.FAILED);
            }
        }
        return mocha ? tally.report("mocha") : TestReport.NONE;
    }

    private static void count(Matcher count, Tally tally) {
        int number = Tally.number(count, 1);
        switch (count.group(2)) {
            case "failing" -> tally.count(number, number, 0);
            case "pending" -> tally.count(0, 0, number);
            default -> {
                tally.ended();
                tally.count(number, 0, 0);
            }
        }
    }
}
