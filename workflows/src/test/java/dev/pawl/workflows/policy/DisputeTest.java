package dev.pawl.workflows.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.workflows.model.Samples;
import dev.pawl.workflows.model.evidence.CheckEvidence;
import dev.pawl.workflows.model.evidence.CheckState;
import dev.pawl.workflows.model.evidence.Ending;
import dev.pawl.workflows.model.evidence.Evidence;
import dev.pawl.workflows.model.evidence.Finding;
import dev.pawl.workflows.model.evidence.FindingKind;
import dev.pawl.workflows.model.outcome.Cause;
import dev.pawl.workflows.model.outcome.Decision;
import dev.pawl.workflows.model.outcome.Outcome;
import dev.pawl.workflows.model.request.CheckSpec;
import dev.pawl.workflows.model.request.Must;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DisputeTest {
    private static final List<CheckSpec> CHECKS =
            List.of(check("unit", "make test"), check("unit tests", "npm test"), check("lint", "make lint"));

    private static CheckSpec check(String name, String run) {
        return new CheckSpec(name, run, Duration.ofMinutes(1), Must.PASS, 0, null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "unit — it wants 6 for 2 + 3 | unit",
                "`unit` - why | unit",
                "UNIT: why | unit",
                "unit tests – why | unit tests",
                "check \"lint\" -- why | lint",
                "The check lint is wrong | lint",
                "npm test — why | unit tests",
                "make lint | lint",
            })
    void aCheckIsNamedByItsNameOrItsCommand(String said, String check) {
        assertThat(Dispute.of(said, CHECKS).check()).isEqualTo(check);
    }

    @ParameterizedTest
    @ValueSource(strings = {"united — why", "tests/test_a.py::test_b — why", "—", "linter: why", "the unit check"})
    void anUnknownNameIsNoCheck(String said) {
        assertThat(Dispute.of(said, CHECKS).check()).isNull();
    }

    @Test
    void aDisputeOfATaskWithOneCheckIsAboutThatCheck() {
        assertThat(Dispute.of("test_divide — why", CHECKS.subList(2, 3)).check())
                .isEqualTo("lint");
        assertThat(Dispute.of("test_divide — why", List.of()).check()).isNull();
    }

    @Test
    void aDisputeIsAQuestionToAPersonWithTheResultOfTheCheck() {
        Decision decision = decide(red(), "unit — 2 + 3 is 5", true);

        assertThat(decision).isInstanceOfSatisfying(Decision.Escalate.class, escalate -> {
            assertThat(escalate.disputed()).isEqualTo("unit");
            assertThat(escalate.question())
                    .contains("check 'unit'", "2 + 3 is 5", "'the check is right'", "'skip this check for this task'");
            assertThat(escalate.reasons())
                    .contains(
                            "the agent disputes check 'unit', which is red on its work",
                            "red: test_add",
                            "shows: E   assert 5 == 6");
        });
    }

    @Test
    void unattendedADisputeEndsWithTheWorkAndTheDisputeOnTop() {
        Decision decision = decide(red(), "unit — 2 + 3 is 5", false);

        assertThat(decision).isInstanceOfSatisfying(Decision.Abort.class, abort -> {
            assertThat(abort.outcome()).isEqualTo(Outcome.PARTIAL);
            assertThat(abort.cause()).isEqualTo(Cause.NEEDS_PERSON);
            assertThat(abort.reasons().getFirst()).contains("check 'unit'", "2 + 3 is 5");
            assertThat(abort.reasons()).contains("shows: E   assert 5 == 6");
        });
    }

    @Test
    void aDisputeNeverAcceptsAndIsAskedEvenForAnUnknownCheck() {
        assertThat(decide(Samples.green("t"), "unit — why", true)).isInstanceOf(Decision.Escalate.class);
        Decision unknown = DecisionPolicy.decide(input(red(), true).disputing("other — why", CHECKS));
        assertThat(unknown).isInstanceOfSatisfying(Decision.Escalate.class, escalate -> {
            assertThat(escalate.disputed()).isNull();
            assertThat(escalate.question()).contains("a check that the task does not have: other — why");
        });
    }

    @Test
    void aSkippedCheckIsNamedInTheDecisionAndProvesNothing() {
        Evidence green = Samples.green("t");
        Finding skipped = new Finding(
                FindingKind.CHECK_SKIPPED, "", "check 'unit' was skipped by a person, so the proof is weaker", false);
        Evidence without = new Evidence(
                green.snapshot(), green.tree(), green.diff(), green.files(), List.of(), List.of(skipped), false);
        assertThat(DecisionPolicy.decide(input(without, true)).reasons())
                .contains("check 'unit' was skipped by a person, so the proof is weaker");

        Evidence nothing = new Evidence(
                green.snapshot(), green.tree(), green.diff(), List.of(), List.of(), List.of(skipped), false);
        assertThat(DecisionPolicy.decide(input(nothing, true))).isInstanceOf(Decision.Escalate.class);
    }

    private static Decision decide(Evidence evidence, String said, boolean interactive) {
        return DecisionPolicy.decide(input(evidence, interactive).disputing(said, CHECKS));
    }

    private static PolicyInput input(Evidence evidence, boolean interactive) {
        return PolicyInput.builder(1, Samples.iterations(5))
                .report(Samples.report(Ending.FINISHED))
                .evidence(evidence)
                .interactive(interactive)
                .build();
    }

    private static Evidence red() {
        CheckEvidence check = new CheckEvidence(
                "unit",
                CheckState.FAILED,
                1,
                false,
                3,
                List.of("test_add"),
                List.of("test_add"),
                "pawl: exit code 1\n>   assert add(2, 3) == 6\nE   assert 5 == 6",
                null,
                10);
        Evidence red = Samples.red("t");
        return new Evidence(red.snapshot(), red.tree(), red.diff(), red.files(), List.of(check), List.of(), false);
    }
}
