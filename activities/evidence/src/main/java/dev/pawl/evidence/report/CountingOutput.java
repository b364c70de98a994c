package dev.pawl.evidence.report;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runners that end with one line of counts and name red tests before or after it.
 *
 * @param total the closing line
 * @param counts adds the counts of that line
 * @param named a line that names a test
 * @param name adds that test
 */
record CountingOutput(
        String runner, Pattern total, BiConsumer<Matcher, Tally> counts, Pattern named, BiConsumer<Matcher, Tally> name)
        implements RunnerOutput {
    static final RunnerOutput RSPEC = new CountingOutput(
            "rspec",
            Pattern.compile(
                    "^(\\d+) examples?, (\\d+) failures?(?:, (\\d+) pending)?(?:, (\\d+) errors? occurred.*)?$"),
            (line, tally) ->
                    executed(tally, line, 1, Tally.number(line, 2) + Tally.number(line, 4), Tally.number(line, 3)),
            Pattern.compile("^rspec (\\S+?)(?:[:\\[]\\S+)? # (.+)$"),
            (line, tally) -> tally.test(line.group(1) + " " + line.group(2), TestStatus.FAILED));

    static final RunnerOutput MINITEST = new CountingOutput(
            "minitest",
            Pattern.compile("^(\\d+) (?:runs|tests), \\d+ assertions, (\\d+) failures, (\\d+) errors, "
                    + "(\\d+) (?:skips|pendings)\\b.*$"),
            (line, tally) ->
                    executed(tally, line, 1, Tally.number(line, 2) + Tally.number(line, 3), Tally.number(line, 4)),
            Pattern.compile("^(?:Failure|Error): ?(?:(\\S+#\\S+) \\[.*|(\\S+)\\((\\S+)\\).*)$"),
            (line, tally) -> tally.test(
                    line.group(1) == null ? line.group(3) + "#" + line.group(2) : line.group(1), TestStatus.FAILED));

    static final RunnerOutput PHPUNIT_GREEN = new CountingOutput(
            "phpunit",
            Pattern.compile("^OK \\((\\d+) tests?, \\d+ assertions?\\)$"),
            (line, tally) -> executed(tally, line, 1, 0, 0),
            Pattern.compile("^$a"),
            (line, tally) -> {});

    static final RunnerOutput PHPUNIT = new CountingOutput(
            "phpunit",
            Pattern.compile("^Tests: (\\d+), Assertions: \\d+((?:, [A-Z][\\w ]+: \\d+)*)\\.$"),
            (line, tally) -> executed(
                    tally,
                    line,
                    1,
                    counted(line.group(2), "Failures") + counted(line.group(2), "Errors"),
                    counted(line.group(2), "Skipped") + counted(line.group(2), "Incomplete")),
            Pattern.compile("^\\d+\\) ([\\w\\\\]+::\\w+.*)$"),
            // Warnings and skipped tests are listed in the same form.
            (line, tally) -> {});

    static final RunnerOutput DOTNET = new CountingOutput(
            "dotnet test",
            Pattern.compile("^(?:Passed|Failed|Skipped)!\\s+- Failed:\\s+(\\d+), Passed:\\s+(\\d+), "
                    + "Skipped:\\s+(\\d+), Total:\\s+(\\d+).*$"),
            (line, tally) -> tally.count(
                    Tally.number(line, 1) + Tally.number(line, 2), Tally.number(line, 1), Tally.number(line, 3)),
            Pattern.compile("^\\s+Failed (\\S+.*?) \\[.*\\]$"),
            (line, tally) -> tally.test(line.group(1), TestStatus.FAILED));

    static final RunnerOutput DOTNET_SUMMARY = new CountingOutput(
            "dotnet test",
            Pattern.compile(
                    "^Test summary: total: (\\d+), failed: (\\d+), succeeded: \\d+, skipped: (\\d+), duration: .*$"),
            (line, tally) -> executed(tally, line, 1, Tally.number(line, 2), Tally.number(line, 3)),
            Pattern.compile("^\\s*failed (\\S+) \\(.*\\)$"),
            (line, tally) -> tally.test(line.group(1), TestStatus.FAILED));

    static final RunnerOutput CTEST = new CountingOutput(
            "ctest",
            Pattern.compile("^\\d+% tests passed,? \\d+ tests? failed out of (\\d+)$"),
            (line, tally) -> {},
            Pattern.compile("^\\s*\\d+/\\d+ Test +#\\d+: (.+?) \\.+[* ]*(Passed|Skipped|\\S+).*$"),
            (line, tally) -> {
                boolean passed = line.group(2).equals("Passed");
                boolean skipped = line.group(2).equals("Skipped");
                tally.test(
                        line.group(1), passed ? TestStatus.PASSED : skipped ? TestStatus.SKIPPED : TestStatus.FAILED);
                tally.count(skipped ? 0 : 1, passed || skipped ? 0 : 1, skipped ? 1 : 0);
            });

    static final RunnerOutput NEXTEST = new CountingOutput(
            "cargo nextest",
            Pattern.compile("^\\s*Summary \\[ *[\\d.]+s\\] (?:\\d+/)?(\\d+) tests? run: .*?(\\d+) passed.*$"),
            (line, tally) ->
                    tally.count(Tally.number(line, 1), Math.max(0, Tally.number(line, 1) - Tally.number(line, 2)), 0),
            Pattern.compile(
                    "^\\s*(PASS|FAIL|ABORT|TIMEOUT|SIG\\w+|LEAK) \\[ *[\\d.]+s\\] (?:\\( *\\d+/\\d+\\) )?(\\S+ .+)$"),
            (line, tally) -> tally.test(
                    line.group(2), line.group(1).matches("PASS|LEAK") ? TestStatus.PASSED : TestStatus.FAILED));

    static final RunnerOutput BATS = new CountingOutput(
            "bats",
            Pattern.compile("^(\\d+) tests?, (\\d+) failures?(?:, (\\d+) skipped)?.*$"),
            (line, tally) -> executed(tally, line, 1, Tally.number(line, 2), Tally.number(line, 3)),
            Pattern.compile("^ ([✓✗-]) (.+?)$"),
            (line, tally) -> tally.test(
                    line.group(2),
                    switch (line.group(1)) {
                        case "✓" -> TestStatus.PASSED;
                        case "✗" -> TestStatus.FAILED;
                        default -> TestStatus.SKIPPED;
                    }));

    @Override
    public TestReport read(List<String> lines) {
        Tally tally = new Tally();
        boolean ended = false;
        for (String line : lines) {
            Matcher end = total.matcher(line);
            Matcher test = named.matcher(line);
            if (end.matches()) {
                ended = true;
                tally.ended();
                counts.accept(end, tally);
            } else if (test.matches()) {
                name.accept(test, tally);
            }
        }
        return ended ? tally.report(runner) : TestReport.NONE;
    }

    private static void executed(Tally tally, Matcher line, int group, int failed, int skipped) {
        tally.count(Math.max(0, Tally.number(line, group) - skipped), failed, skipped);
    }

    private static int counted(String details, String what) {
        Matcher count = Pattern.compile(", " + what + ": (\\d+)").matcher(details);
        return count.find() ? Tally.number(count, 1) : 0;
    }
}
