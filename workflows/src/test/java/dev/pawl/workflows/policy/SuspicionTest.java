package dev.pawl.workflows.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.workflows.model.Samples;
import dev.pawl.workflows.model.evidence.CheckEvidence;
import dev.pawl.workflows.model.evidence.CheckState;
import dev.pawl.workflows.model.evidence.Ending;
import dev.pawl.workflows.model.evidence.Evidence;
import dev.pawl.workflows.model.outcome.Decision;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two different results that fail at the same assertion raise a suspicion against the check, and decide nothing. */
class SuspicionTest {
    private static final String SAID = "at the same assertion";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "E assert 0 == 6; tests/test_a.py:12: AssertionError | E assert 5 == 6; tests/test_a.py:12: AssertionError",
                "File \"/a/check.py\", line 4, in <module> | File \"/b/check.py\", line 4, in <module>; calc.py:9",
                "at Test.fn (/a/add.test.js:5:29) 4 !== 6 | at Test.fn (/a/add.test.js:5:29) 5 !== 6",
                "calc_test.go:12: got 4, want 6 | calc_test.go:12: got 5, want 6",
                "panicked at src/lib.rs:10:5: left: 4 | panicked at src/lib.rs:10:5: left: 5",
                "at t/calc.t line 6. got 4 | at t/calc.t line 6. got 5",
                "expected:<6> but was:<4> CalcTest.java:12 | expected:<6> but was:<5> CalcTest.java:12",
                "FAIL: sums differ | FAIL: sums differ",
            })
    void theSameAssertionIsRecognisedByItsPlaceWhateverTheWorkReturns(String first, String second) {
        Decision decision = DecisionPolicy.decide(second("t2", red("t1", first), red("t2", second)));

        assertThat(decision).isInstanceOf(Decision.Retry.class);
        assertThat(decision.reasons()).anyMatch(reason -> reason.contains(SAID));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tests/test_a.py:12: AssertionError | tests/test_a.py:13: AssertionError",
                "check.py, line 4 | check.py:5",
                "FAIL: got 4 | FAIL: got 5",
                "tests/test_a.py:12: AssertionError | FAIL",
                "4 | 5",
            })
    void anotherAssertionIsProgressAndNoSuspicion(String first, String second) {
        assertThat(DecisionPolicy.suspicion(second("t2", red("t1", first), red("t2", second))))
                .isEmpty();
    }

    @Test
    void anotherTestOrTheSameWorkRaisesNoSuspicion() {
        Evidence first = red("t1", "test_a.py:12", "test_add");
        assertThat(DecisionPolicy.suspicion(second("t2", first, red("t2", "test_a.py:12", "test_divide"))))
                .isEmpty();
        assertThat(DecisionPolicy.suspicion(second("t2", first, red("t2", "test_a.py:12", "test_b", "test_add"))))
                .hasValueSatisfying(said -> assertThat(said).contains("test_add, test_a.py:12"));
        assertThat(DecisionPolicy.suspicion(second("t1", first, red("t1", "test_a.py:12", "test_add"))))
                .as("the same work")
                .isEmpty();
    }

    @Test
    void theStateCarriedToTheNextIterationIsBounded() {
        String output = "a_test.py:1 ".repeat(10_000) + "x".repeat(100_000) + " b.py:2 fail";
        FailedCheck failed =
                FailedCheck.of(red("t1", output, "n".repeat(5_000))).getFirst();

        assertThat(failed.places()).hasSizeLessThanOrEqualTo(20);
        assertThat(failed.tests().getFirst()).hasSize(200);
        assertThat(failed.line()).hasSize(200);
    }

    private static PolicyInput second(String tree, Evidence first, Evidence now) {
        assertThat(now.tree()).isEqualTo(tree);
        return PolicyInput.builder(2, Samples.iterations(5))
                .report(Samples.report(Ending.FINISHED))
                .evidence(now)
                .history(PolicyInput.History.NONE.after("f", first, false))
                .build();
    }

    private static Evidence red(String tree, String output, String... tests) {
        CheckEvidence check = new CheckEvidence(
                "unit",
                CheckState.FAILED,
                1,
                false,
                1,
                List.of(tests),
                List.of(),
                "pawl: exit code 1\n" + output.replace("; ", "\n"),
                null,
                1);
        Evidence red = Samples.red(tree);
        return new Evidence(red.snapshot(), tree, red.diff(), red.files(), List.of(check), List.of(), false);
    }
}
