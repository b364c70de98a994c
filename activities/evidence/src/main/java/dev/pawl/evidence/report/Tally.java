package dev.pawl.evidence.report;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Adds up the results in one runner's output, line by line. */
final class Tally {
    private final Map<String, TestStatus> tests = new LinkedHashMap<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private int ran;
    private int failed;
    private int skipped;
    private boolean ended;
    private boolean broken;
    private boolean onlyRed;

    void test(String name, TestStatus status) {
        tests.merge(name.strip(), status, TestStatus::worse);
    }

    /** A repeated name is another test, as in output without file names: tests run in a fixed order. */
    String numbered(String name) {
        int times = seen.merge(name, 1, Integer::sum);
        return times == 1 ? name : name + " #" + times;
    }

    void count(int ran, int failed, int skipped) {
        this.ran += ran;
        this.failed += failed;
        this.skipped += skipped;
    }

    /** The runner printed its closing summary. */
    void ended() {
        ended = true;
    }

    /** The runner itself reported that it did not finish. */
    void broke() {
        broken = true;
    }

    /** The runner names only red tests, whatever the number of names. */
    void namesOnlyRed() {
        onlyRed = true;
    }

    private boolean named() {
        return !onlyRed && tests.size() >= ran;
    }

    boolean empty() {
        return !ended && tests.isEmpty();
    }

    TestReport report(String runner) {
        return new TestReport(runner, ended && !broken, ran, failed, skipped, tests, named(), false);
    }

    static int number(@Nullable String digits) {
        return digits == null || digits.length() > 9 ? 0 : Integer.parseInt(digits);
    }

    static int number(Matcher matcher, int group) {
        return number(matcher.group(group));
    }
}
