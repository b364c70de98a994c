package dev.pawl.evidence.report;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Python's unittest: {@code Ran N tests}, its verdict, and the names of failures or, with {@code -v}, of all tests. */
final class UnittestOutput implements RunnerOutput {
    private static final Pattern RAN = Pattern.compile("^Ran (\\d+) tests? in [\\d.]+s$");
    private static final Pattern VERDICT = Pattern.compile("^(OK|FAILED|NO TESTS RAN)(?: \\((.*)\\))?$");
    private static final Pattern RED = Pattern.compile("^(?:FAIL|ERROR): (\\S+) \\((\\S+)\\).*$");
    private static final Pattern UNEXPECTED = Pattern.compile("^UNEXPECTED SUCCESS: (\\S+) \\((\\S+)\\).*$");
    private static final Pattern VERBOSE = Pattern.compile(
            "^(\\w+) \\(([\\w.]+)\\).*?\\.\\.\\. (ok|FAIL|ERROR|skipped .*|expected failure|unexpected success)$");
    private static final Pattern COUNT = Pattern.compile("(failures|errors|skipped|unexpected successes)=(\\d+)");

    @Override
    public TestReport read(List<String> lines) {
        Tally tally = new Tally();
        int ran = -1;
        boolean verbose = false;
        for (String line : lines) {
            verbose |= VERBOSE.matcher(line).matches();
            Matcher total = RAN.matcher(line);
            Matcher verdict = VERDICT.matcher(line);
            if (total.matches()) {
                ran = Tally.number(total, 1);
            } else if (ran >= 0 && verdict.matches()) {
                tally.ended();
                count(ran, verdict.group(2) == null ? "" : verdict.group(2), tally);
                ran = -1;
            } else {
                name(line, tally);
            }
        }
        if (ran >= 0) {
            tally.broke();
        }
        if (!verbose) {
            tally.namesOnlyRed();
        }
        return tally.empty() ? TestReport.NONE : tally.report("unittest");
    }

    private static void count(int ran, String details, Tally tally) {
        int failed = 0;
        int skipped = 0;
        Matcher count = COUNT.matcher(details);
        while (count.find()) {
            if (count.group(1).equals("skipped")) {
                skipped = Tally.number(count, 2);
            } else {
                failed += Tally.number(count, 2);
            }
        }
        tally.count(Math.max(0, ran - skipped), failed, skipped);
    }

    private static void name(String line, Tally tally) {
        Matcher verbose = VERBOSE.matcher(line);
        Matcher red = RED.matcher(line);
        Matcher unexpected = UNEXPECTED.matcher(line);
        if (verbose.matches()) {
            tally.test(full(verbose.group(1), verbose.group(2)), status(verbose.group(3)));
        } else if (red.matches()) {
            boolean loading = red.group(2).startsWith("unittest.loader.");
            tally.test(
                    loading ? red.group(1) : full(red.group(1), red.group(2)),
                    loading ? TestStatus.BROKEN : TestStatus.FAILED);
        } else if (unexpected.matches()) {
            tally.test(full(unexpected.group(1), unexpected.group(2)), TestStatus.FAILED);
        }
    }

    /** Newer versions repeat the method in the parentheses; older ones name only the class. */
    private static String full(String method, String container) {
        return container.endsWith("." + method) ? container : container + "." + method;
    }

    private static TestStatus status(String word) {
        return switch (word) {
            case "ok", "expected failure" -> TestStatus.PASSED;
            case "FAIL", "ERROR", "unexpected success" -> TestStatus.FAILED;
            default -> TestStatus.SKIPPED;
        };
    }
}
