package dev.pawl.task.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.db.budget.Amount;
import dev.pawl.workflows.activity.agent.RunAgent;
import dev.pawl.workflows.model.ContentRef;
import dev.pawl.workflows.model.evidence.Ending;
import dev.pawl.workflows.model.request.AgentSpec;
import dev.pawl.workflows.model.request.WorkspaceSpec;
import dev.pawl.workflows.policy.PolicyInput;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SessionLimitsTest {
    private static final Duration TIME = Duration.ofMinutes(30);

    @Test
    void aSessionGetsWhatIsLeftOfEveryLimit() {
        assertThat(SessionLimits.of(limited(), spent("0.75", 600_000, 400), 12))
                .isEqualTo(
                        new SessionLimits.Left(18, Duration.ofMinutes(20), new Amount(new BigDecimal("1.75"), 600L)));
    }

    @Test
    void anAbsentLimitStaysAbsentAndAnUnknownCostReducesNothing() {
        assertThat(SessionLimits.of(input(null, null, null), spent("9", 0, 9_000), 900))
                .isEqualTo(new SessionLimits.Left(null, TIME, new Amount(null, null)));
        assertThat(SessionLimits.of(limited(), spent(null, 0, 0), 0))
                .isEqualTo(new SessionLimits.Left(30, TIME, new Amount(new BigDecimal("2.50"), 1_000L)));
    }

    @Test
    void aReachedLimitIsNamedByItsEnding() {
        assertReached(
                spent("0", 1_800_001, 0),
                0,
                Ending.TIMED_OUT,
                "the time limit of 30m is reached: agents worked for 30m0.001s");
        assertReached(spent("2.50", 0, 0), 0, Ending.BUDGET, "the budget of $2.50 is spent: sessions cost $2.50");
        assertReached(spent("0", 0, 1_001), 0, Ending.BUDGET, "the limit of 1000 tokens is reached with 1001");
        assertReached(
                spent("0", 0, 0),
                31,
                Ending.TURN_LIMIT,
                "the limit of 30 turns is reached: lost attempts of this session took 31");
    }

    @Test
    void theLastBitOfALimitIsEnoughToStart() {
        assertThat(SessionLimits.of(limited(), spent("2.499", 1_799_999, 999), 29))
                .isEqualTo(new SessionLimits.Left(1, Duration.ofSeconds(1), new Amount(new BigDecimal("0.01"), 1L)));
    }

    private static void assertReached(PolicyInput.Spent spent, long turns, Ending ending, String reason) {
        assertThat(SessionLimits.of(limited(), spent, turns)).isEqualTo(new SessionLimits.Reached(ending, reason));
    }

    private static PolicyInput.Spent spent(@Nullable String usd, long millis, long tokens) {
        return new PolicyInput.Spent(usd == null ? null : new BigDecimal(usd), millis, tokens, null, 0);
    }

    private static RunAgent limited() {
        return input(30, new BigDecimal("2.50"), 1_000L);
    }

    private static RunAgent input(@Nullable Integer turns, @Nullable BigDecimal usd, @Nullable Long tokens) {
        return new RunAgent(
                "t-1",
                2,
                AgentSpec.of("codex"),
                WorkspaceSpec.empty(),
                new ContentRef("ab".repeat(32), 1),
                "base",
                turns,
                TIME,
                Duration.ofMinutes(5),
                usd,
                tokens,
                false);
    }
}
