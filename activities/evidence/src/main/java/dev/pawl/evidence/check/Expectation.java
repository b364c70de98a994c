package dev.pawl.evidence.check;

import dev.pawl.evidence.reach.CheckFiles;
import dev.pawl.evidence.report.TestReport;
import dev.pawl.evidence.tree.FileTree;
import dev.pawl.workflows.model.request.CheckSpec;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a run of a check has to show besides its exit code because it starts a known test runner.
 *
 * @param end the runner's own summary
 * @param tests at least one test
 * @param names each test by name, as the runner was asked to print
 * @param counted whether test names differ in each run, so that only their number is compared
 * @param reports report files of runners that build tools start, as globs
 */
public record Expectation(boolean end, boolean tests, boolean names, boolean counted, List<String> reports) {
    private static final Pattern MAVEN = Pattern.compile("(?<![\\w-])mvn[wd]?(?![\\w-])");
    private static final Pattern GRADLE = Pattern.compile("(?<![\\w-])gradlew?(?![\\w-])");
    private static final Pattern OWN_FLAGS = Pattern.compile("GOFLAGS|-(?:test\\.)?v=false\\b");

    public Expectation {
        reports = List.copyOf(reports);
    }

    /** What follows from the command itself, whatever it starts. */
    public static Expectation of(CheckSpec check) {
        Set<KnownRunner> runners = runners(Stream.of(check.run()));
        runners.removeIf(KnownRunner::shownByTests);
        return new Expectation(
                runners.stream().anyMatch(KnownRunner::summarises),
                runners.stream().anyMatch(KnownRunner::neverEmpty),
                false,
                false,
                reports(List.of(check.run())));
    }

    /** What follows from the command and from what it starts through scripts of the base. */
    public static Expectation of(CheckSpec check, CheckFiles reached, FileTree base) {
        Expectation direct = of(check);
        Set<KnownRunner> shown = runners(reached.shown().getOrDefault(check.name(), List.of()).stream());
        shown.removeIf(runner -> runner.shownByTests() && !runner.hasTests(base));
        List<String> started = new ArrayList<>(reached.started().getOrDefault(check.name(), List.of()));
        started.add(check.run());
        return new Expectation(
                direct.end() || shown.stream().anyMatch(KnownRunner::summarises),
                direct.tests() || shown.stream().anyMatch(runner -> runner.neverEmpty() || runner.hasTests(base)),
                shown.contains(KnownRunner.GO)
                        && started.stream()
                                .noneMatch(run -> OWN_FLAGS.matcher(run).find()),
                false,
                reports(started));
    }

    /** For a run of the base, which shows what later runs can be expected to show. */
    public Expectation unnamed() {
        return new Expectation(end, tests, false, counted, reports);
    }

    /**
     * What later runs can be expected to show: nothing that a green run of the base did not show.
     *
     * @param counted as in the record
     */
    public Expectation after(CheckResult base, boolean counted) {
        Integer exitCode = base.evidence().exitCode();
        TestReport report = base.report();
        boolean unread = !report.recognised() && exitCode != null && exitCode == 0;
        boolean empty = unread || (report.complete() && report.ran() == 0 && report.failed() == 0);
        return new Expectation(
                end && !unread,
                tests && !empty,
                names && !unread && (report.ran() == 0 || report.named()),
                counted,
                reports);
    }

    private static Set<KnownRunner> runners(Stream<String> commands) {
        Set<KnownRunner> runners = EnumSet.noneOf(KnownRunner.class);
        commands.forEach(run -> {
            for (KnownRunner runner : KnownRunner.values()) {
                if (runner.startedBy(run)) {
                    runners.add(runner);
                }
            }
        });
        return runners;
    }

    private static List<String> reports(List<String> commands) {
        List<String> globs = new ArrayList<>();
        if (commands.stream().anyMatch(run -> MAVEN.matcher(run).find())) {
            globs.add("**/target/surefire-reports/TEST-*.xml");
            globs.add("**/target/failsafe-reports/TEST-*.xml");
        }
        if (commands.stream().anyMatch(run -> GRADLE.matcher(run).find())) {
            globs.add("**/build/test-results/**/TEST-*.xml");
        }
        return globs;
    }
}
