package dev.pawl.workflows.policy;

import static dev.pawl.workflows.model.Samples.green;
import static dev.pawl.workflows.model.Samples.iterations;
import static dev.pawl.workflows.model.Samples.red;
import static dev.pawl.workflows.model.Samples.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.workflows.model.evidence.AgentReport;
import dev.pawl.workflows.model.evidence.Ending;
import dev.pawl.workflows.model.evidence.Evidence;
import dev.pawl.workflows.model.outcome.Cause;
import dev.pawl.workflows.model.outcome.Decision;
import dev.pawl.workflows.model.request.Limits;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FallbackPolicyTest {
    private AgentReport report = report(Ending.FINISHED);
    private @Nullable Evidence evidence = green("t1");
    private Limits limits = iterations(5);
    private PolicyInput.Spent spent = PolicyInput.Spent.NOTHING;
    private PolicyInput.@Nullable Standing standing;

    private static PolicyInput.Standing standing(@Nullable String next, boolean nextWaits, int providerErrors) {
        return new PolicyInput.Standing(
                "claude-code", List.of("first: not installed"), next, nextWaits, providerErrors);
    }

    private static AgentReport providerError(boolean retryable) {
        return AgentReport.builder(Ending.PROVIDER_ERROR, "500")
                .session(UUID.randomUUID())
                .retryable(retryable)
                .durationMillis(10)
                .build();
    }

    @ParameterizedTest
    @EnumSource(
            value = Ending.class,
            names = {"NOT_INSTALLED", "UNAUTHENTICATED", "RATE_LIMITED"})
    void theNextAgentOfTheListFollowsOneThatCannotContinueAndTheReasonsSaySo(Ending ending) {
        report = report(ending);
        evidence = null;
        standing = standing("codex", false, 0);

        assertThat(decide())
                .isEqualTo(new Decision.Fallback(
                        "codex",
                        List.of(
                                "claude-code cannot go on: the agent said " + ending.wire(),
                                "codex is next",
                                "first: not installed")));
    }

    @Test
    void aProviderErrorMayGoAwayOnceAndIsThenOneThatDoesNot() {
        evidence = red("t1");
        report = providerError(true);
        standing = standing("codex", false, 0);
        assertThat(decide()).isInstanceOf(Decision.Retry.class);
        standing = standing("codex", false, 1);
        assertThat(decide()).isInstanceOf(Decision.Fallback.class);
        report = providerError(false);
        standing = standing("codex", false, 0);
        assertThat(decide()).isInstanceOf(Decision.Fallback.class);
    }

    @Test
    void noAgentTakesOverIfAllWait() {
        report = report(Ending.RATE_LIMITED);
        evidence = red("t1");
        standing = standing("codex", true, 0);
        assertThat(decide()).isInstanceOf(Decision.Park.class);
    }

    @Test
    void oneWithoutABudgetForTheDayIsFollowedByTheNextAndOneThatHadItsShareOfItIsAskedAgain() {
        Instant dayEnds = Instant.parse("2030-01-02T00:00:00Z");
        standing = standing("codex", false, 0);
        evidence = null;
        report = AgentReport.notOpened(1, "the day is spent", dayEnds);
        assertThat(decide()).isInstanceOf(Decision.Fallback.class);
        evidence = red("t1");
        report = endedByAccount(dayEnds);
        assertThat(decide()).isInstanceOf(Decision.Fallback.class);
        report = endedByAccount(null);
        assertThat(decide()).isInstanceOf(Decision.Retry.class);
        report = endedByAccount(dayEnds);
        standing = standing("codex", true, 0);
        assertThat(decide()).isInstanceOf(Decision.Park.class);
    }

    private static AgentReport endedByAccount(@Nullable Instant until) {
        return AgentReport.builder(Ending.ACCOUNT_BUDGET, "spent")
                .session(UUID.randomUUID())
                .resetsAt(until)
                .durationMillis(10)
                .build();
    }

    @Test
    void noOtherAgentTakesOverAfterPoorWorkOrGreenWork() {
        standing = standing("codex", false, 0);
        evidence = red("t1");
        report = report(Ending.CRASHED);
        assertThat(decide()).isInstanceOf(Decision.Retry.class);
        evidence = green("t1");
        report = report(Ending.RATE_LIMITED);
        assertThat(decide()).isInstanceOf(Decision.Accept.class);
    }

    @Test
    void noOtherAgentWorksIfTheTaskHasNothingLeft() {
        limits = new Limits(5, null, Duration.ofMinutes(30), Duration.ofMinutes(5), new BigDecimal("1"), null);
        spent = new PolicyInput.Spent(new BigDecimal("1.5"), 10, 10, null, 0);
        report = providerError(true);
        evidence = red("t1");
        standing = standing("codex", false, 3);
        assertThat(decide())
                .isInstanceOfSatisfying(
                        Decision.Abort.class, abort -> assertThat(abort.cause()).isEqualTo(Cause.BUDGET));
    }

    @Test
    void withNoOtherAgentLeftAPersonIsAskedAndHearsOfAllOfThem() {
        report = report(Ending.UNAUTHENTICATED);
        evidence = null;
        standing = standing(null, false, 0);
        assertThat(decide()).isInstanceOf(Decision.Escalate.class);
        assertThat(decide().reasons()).contains("first: not installed");
    }

    private Decision decide() {
        return DecisionPolicy.decide(PolicyInput.builder(1, limits)
                .report(report)
                .evidence(evidence)
                .spent(spent)
                .standing(standing)
                .build());
    }
}
