package dev.pawl.task.session;

import dev.pawl.db.budget.Amount;
import dev.pawl.workflows.activity.agent.RunAgent;
import dev.pawl.workflows.model.evidence.Ending;
import dev.pawl.workflows.model.request.StepTime;
import dev.pawl.workflows.policy.PolicyInput;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the limits of a task leave for its next session, after the spending of all its sessions, including lost
 * attempts.
 */
sealed interface SessionLimits {
    /**
     * Something is left of every limit.
     *
     * @param turns absent means the agent's default
     * @param most money and tokens, as far as they are limited
     */
    record Left(@Nullable Integer turns, Duration time, Amount most) implements SessionLimits {}

    /** One of the limits is reached. */
    record Reached(Ending ending, String reason) implements SessionLimits {}

    /** The least that an agent gets of a limit that is not reached. */
    Duration LEAST_TIME = Duration.ofSeconds(1);

    BigDecimal LEAST_USD = new BigDecimal("0.01");

    /**
     * @param spent by all sessions of the task and by its judges
     * @param turns of lost earlier attempts of this session
     */
    static SessionLimits of(RunAgent input, PolicyInput.Spent spent, long turns) {
        Duration used = Duration.ofMillis(spent.agentMillis());
        if (used.compareTo(input.time()) >= 0) {
            return new Reached(
                    Ending.TIMED_OUT,
                    "the time limit of %s is reached: agents worked for %s"
                            .formatted(StepTime.text(input.time()), StepTime.text(used)));
        }
        BigDecimal budget = input.budgetUsd();
        BigDecimal cost = spent.costUsd();
        if (budget != null && cost != null && cost.compareTo(budget) >= 0) {
            return new Reached(
                    Ending.BUDGET,
                    "the budget of $%s is spent: sessions cost $%s"
                            .formatted(budget.toPlainString(), cost.toPlainString()));
        }
        Long tokens = input.tokens();
        if (tokens != null && spent.tokens() >= tokens) {
            return new Reached(
                    Ending.BUDGET, "the limit of %d tokens is reached with %d".formatted(tokens, spent.tokens()));
        }
        Integer most = input.turns();
        if (most != null && turns >= most) {
            return new Reached(
                    Ending.TURN_LIMIT,
                    "the limit of %d turns is reached: lost attempts of this session took %d".formatted(most, turns));
        }
        return new Left(
                most == null ? null : Integer.valueOf((int) (most - turns)),
                max(input.time().minus(used), LEAST_TIME),
                new Amount(
                        budget == null || cost == null
                                ? budget
                                : budget.subtract(cost).max(LEAST_USD),
                        tokens == null ? null : Long.valueOf(tokens - spent.tokens())));
    }

    private static Duration max(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? b : a;
    }
}
