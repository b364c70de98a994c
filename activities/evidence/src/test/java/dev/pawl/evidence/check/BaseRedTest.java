package dev.pawl.evidence.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.evidence.report.TestReport;
import dev.pawl.evidence.report.TestStatus;
import dev.pawl.workflows.model.evidence.CheckEvidence;
import dev.pawl.workflows.model.evidence.CheckState;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Only the same red as in the base shows that a check needs the work. */
class BaseRedTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Error: 0 is not 5               | Error: 1 is not 5                        | true
            Error: 0 is not 5               | Error: Cannot find module './index.js'   | false
            AssertionError                  | ModuleNotFoundError: No module named 'x' | false
            assertion failed: left == right | error: could not compile `x`             | false
            Cannot find module './new.js'   | Cannot find module './new.js'            | true
            Cannot find module './new.js'   | Error: 0 is not 5                        | false
            no tests ran in 0.01s           | ImportError: cannot import name 'add'    | false
            """)
    void aRedResultWithoutNamesIsTheSameIfItsKindIsTheSame(String before, String now, boolean same) {
        BaseRed red = new BaseRed(plain(before, 1));

        assertThat(red.is(plain(now, 1))).isEqualTo(same);
        assertThat(red.gone(plain(now, 1))).isFalse();
    }

    @Test
    void aMissingProgramIsNoWrongResult() {
        assertThat(new BaseRed(plain("Error: 0 is not 5", 1)).is(plain("", 127)))
                .isFalse();
    }

    @Test
    void ifTestsAreNamedOneRedTestOfTheBaseHasToBeRedAgain() {
        BaseRed red =
                new BaseRed(tests(Map.of("a", TestStatus.FAILED, "b", TestStatus.FAILED, "c", TestStatus.PASSED)));

        assertThat(red.is(tests(Map.of("a", TestStatus.FAILED, "b", TestStatus.PASSED))))
                .isTrue();
        assertThat(red.is(tests(Map.of("new", TestStatus.FAILED, "a", TestStatus.PASSED))))
                .isFalse();
        assertThat(red.is(tests(Map.of("file of a and b", TestStatus.BROKEN)))).isFalse();
    }

    @Test
    void theRedOfTheBaseIsGoneIfItsTestsPassEvenIfANewTestFails() {
        BaseRed red = new BaseRed(tests(Map.of("a", TestStatus.FAILED, "b", TestStatus.PASSED)));

        assertThat(red.gone(tests(Map.of("a", TestStatus.PASSED, "new", TestStatus.FAILED))))
                .isTrue();
        assertThat(red.gone(tests(Map.of("b", TestStatus.PASSED, "new", TestStatus.FAILED))))
                .isFalse();
        assertThat(red.gone(tests(Map.of("a", TestStatus.SKIPPED)))).isFalse();
    }

    @Test
    void aBaseWithoutTestsTestedNothing() {
        assertThat(new BaseRed(plain("Ran 0 tests in 0.000s", 5)).askedNothing())
                .isTrue();
        assertThat(new BaseRed(plain("ModuleNotFoundError: No module named 'calc'", 1)).askedNothing())
                .isTrue();
        assertThat(new BaseRed(plain("AssertionError: 0 != 5", 1)).askedNothing())
                .isFalse();
    }

    private static CheckResult plain(String output, int exitCode) {
        return new CheckResult(evidence(output, exitCode), TestReport.NONE);
    }

    private static CheckResult tests(Map<String, TestStatus> tests) {
        int failed = (int) tests.values().stream().filter(TestStatus::red).count();
        return new CheckResult(
                evidence("", 1), new TestReport("pytest", true, tests.size(), failed, 0, tests, true, false));
    }

    private static CheckEvidence evidence(String output, int exitCode) {
        return new CheckEvidence("c", CheckState.FAILED, exitCode, false, 0, List.of(), List.of(), output, null, 1);
    }
}
