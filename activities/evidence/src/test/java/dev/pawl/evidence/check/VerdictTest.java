package dev.pawl.evidence.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.evidence.reach.CheckFiles;
import dev.pawl.evidence.report.TestReport;
import dev.pawl.evidence.report.TestStatus;
import dev.pawl.evidence.tree.MapTree;
import dev.pawl.workflows.model.request.CheckSpec;
import dev.pawl.workflows.model.request.Must;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VerdictTest {
    private static final TestReport BEFORE = report(
            true,
            Map.of("a", TestStatus.PASSED, "b", TestStatus.FAILED, "c", TestStatus.PASSED, "s", TestStatus.SKIPPED));

    @Test
    void greenTestsWithExitCodeZeroPass() {
        assertThat(pass(0, report(true, Map.of("a", TestStatus.PASSED))).satisfied())
                .isTrue();
    }

    @Test
    void redTestsDoNotPassDespiteExitCodeZero() {
        assertThat(pass(0, report(true, Map.of("a", TestStatus.FAILED))).reason())
                .contains("exit code 0, but 1");
    }

    @Test
    void aRunnerThatStopsBeforeItsSummaryDoesNotPass() {
        assertThat(pass(0, TestReport.NONE).reason()).contains("stopped before its summary");
    }

    @Test
    void aRunWithoutTestsProvesNothing() {
        assertThat(pass(0, report(true, Map.of("s", TestStatus.SKIPPED))).reason())
                .contains("no test was run");
    }

    @Test
    void aKnownFailureIsNotNew() {
        assertThat(noNew(1, report(true, with("b", TestStatus.FAILED))).satisfied())
                .isTrue();
    }

    @Test
    void aNewFailureIsNamed() {
        Verdict verdict = noNew(1, report(true, with("a", TestStatus.FAILED)));

        assertThat(verdict.satisfied()).isFalse();
        assertThat(verdict.newlyRed()).containsExactly("a");
    }

    @Test
    void aDeletedOrSkippedTestIsAFailure() {
        TestReport deleted =
                report(true, Map.of("a", TestStatus.PASSED, "b", TestStatus.PASSED, "x", TestStatus.PASSED));
        TestReport skipped = report(true, with("c", TestStatus.SKIPPED));

        assertThat(noNew(0, deleted).newlyRed()).containsExactly("c");
        assertThat(noNew(0, skipped).satisfied()).isFalse();
        assertThat(Verdict.of(check(Must.PASS), new CheckRun(0, deleted), BEFORE)
                        .satisfied())
                .isFalse();
    }

    @Test
    void aCrashOrMissingTestsDoNotCountAsNoNewFailures() {
        assertThat(noNew(139, TestReport.NONE).satisfied()).isFalse();
        assertThat(noNew(0, report(true, Map.of("a", TestStatus.PASSED))).satisfied())
                .isFalse();
        assertThat(noNew(5, report(true, Map.of())).satisfied()).isFalse();
        assertThat(noNew(null, report(true, with("b", TestStatus.FAILED))).satisfied())
                .isFalse();
        assertThat(noNew(2, report(false, with("b", TestStatus.FAILED))).satisfied())
                .isFalse();
    }

    @Test
    void aRedCommandWithoutTestNamesNeverCountsAsNoNewFailures() {
        CheckSpec plain = new CheckSpec("c", "./check.sh", Duration.ofMinutes(1), Must.NO_NEW_FAILURES, 0, null);

        assertThat(Verdict.of(plain, new CheckRun(1, TestReport.NONE), TestReport.NONE)
                        .satisfied())
                .isFalse();
        assertThat(Verdict.of(plain, new CheckRun(0, TestReport.NONE), TestReport.NONE)
                        .satisfied())
                .isTrue();
    }

    @Test
    void testsThatCouldNotBeLoadedInTheBaselineMayBeTheWork() {
        TestReport broken = report(false, Map.of("tests.test_a", TestStatus.BROKEN));
        TestReport now = report(true, Map.of("tests.test_a.test_x", TestStatus.PASSED));

        assertThat(Verdict.of(check(Must.PASS), new CheckRun(0, now), broken).satisfied())
                .isTrue();
    }

    @Test
    void aFileThatTheBaselineCouldNotLoadExcusesNoneOfItsTests() {
        TestReport broken = report(true, Map.of("tests.test_a", TestStatus.BROKEN));
        TestReport now = report(
                true, Map.of("tests.test_a.test_x", TestStatus.PASSED, "tests.test_a.test_y", TestStatus.FAILED));

        Verdict verdict = Verdict.of(check(Must.NO_NEW_FAILURES), new CheckRun(1, now), broken);

        assertThat(verdict.newlyRed()).containsExactly("tests.test_a.test_y");
        assertThat(verdict.satisfied()).isFalse();
    }

    @Test
    void aRunnerThatAScriptStartsHasToShowItsSummaryAndATest() {
        MapTree base = new MapTree(Map.of(
                "Makefile",
                "test:\n\tgo test ./...\n",
                "a_test.go",
                "",
                "a.go",
                "",
                "quiet.sh",
                "go test ./... >log\n"));

        assertThat(through("make test", base, TestReport.NONE).reason()).contains("stopped before its summary");
        assertThat(through("make test", base, go(0, true)).reason()).isEqualTo("no test was run");
        assertThat(through("make test", base, go(1, false)).reason()).contains("named no test");
        assertThat(through("make test", base, go(1, true)).satisfied()).isTrue();
        assertThat(through("sh quiet.sh", base, TestReport.NONE).satisfied()).isTrue();
    }

    @Test
    void aRunnerWithoutTestsInTheBaseNeedsNoTests() {
        MapTree base = new MapTree(Map.of("go.mod", "module x", "a.go", ""));

        assertThat(through("go test ./...", base, go(0, false)).satisfied()).isTrue();
    }

    @Test
    void testsWhoseNamesDifferInEachRunAreComparedByNumber() {
        TestReport before = new TestReport("pytest", true, 3, 1, 0, Map.of("a", TestStatus.PASSED), true, true);
        Expectation counted = new Expectation(true, true, false, true, List.of());
        CheckSpec check = check(Must.NO_NEW_FAILURES);
        TestReport same =
                report(true, Map.of("a", TestStatus.PASSED, "x[7]", TestStatus.FAILED, "y[8]", TestStatus.PASSED));
        TestReport worse =
                report(true, Map.of("a", TestStatus.PASSED, "x[7]", TestStatus.FAILED, "y[8]", TestStatus.FAILED));
        TestReport fewer = report(true, Map.of("a", TestStatus.PASSED, "x[7]", TestStatus.PASSED));

        assertThat(Verdict.of(check, new CheckRun(1, same), before, counted).satisfied())
                .isTrue();
        assertThat(Verdict.of(check, new CheckRun(1, worse), before, counted).satisfied())
                .isFalse();
        assertThat(Verdict.of(check, new CheckRun(0, fewer), before, counted).reason())
                .contains("the baseline ran 3");
    }

    private static TestReport go(int ran, boolean named) {
        return new TestReport("go test", true, ran, 0, 0, Map.of(), named, false);
    }

    private static Verdict through(String run, MapTree base, TestReport now) {
        CheckSpec check = new CheckSpec("c", run, Duration.ofMinutes(1), Must.PASS, 0, null);
        Expectation expected = Expectation.of(check, CheckFiles.of(List.of(check), base, ""), base);
        return Verdict.of(check, new CheckRun(0, now), TestReport.NONE, expected);
    }

    private static Map<String, TestStatus> with(String name, TestStatus status) {
        Map<String, TestStatus> tests = new TreeMap<>(Map.of(
                "a", TestStatus.PASSED, "b", TestStatus.PASSED, "c", TestStatus.PASSED, "s", TestStatus.SKIPPED));
        tests.put(name, status);
        return tests;
    }

    private static Verdict pass(int exitCode, TestReport now) {
        return Verdict.of(check(Must.PASS), new CheckRun(exitCode, now), TestReport.NONE);
    }

    private static Verdict noNew(@Nullable Integer exitCode, TestReport now) {
        return Verdict.of(check(Must.NO_NEW_FAILURES), new CheckRun(exitCode, now), BEFORE);
    }

    private static CheckSpec check(Must must) {
        return new CheckSpec("tests", "python3 -m pytest -q", Duration.ofMinutes(1), must, 0, null);
    }

    private static TestReport report(boolean complete, Map<String, TestStatus> tests) {
        int skipped =
                (int) tests.values().stream().filter(TestStatus.SKIPPED::equals).count();
        int failed = (int) tests.values().stream().filter(TestStatus::red).count();
        return new TestReport("pytest", complete, tests.size() - skipped, failed, skipped, tests, true, true);
    }
}
