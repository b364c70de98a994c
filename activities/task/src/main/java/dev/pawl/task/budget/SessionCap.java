package dev.pawl.task.budget;

import dev.pawl.agent.AgentResult;
import dev.pawl.db.budget.Amount;
import dev.pawl.workflows.model.evidence.Ending;
import dev.pawl.workflows.model.evidence.Usage;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one session may spend.
 *
 * @param most the limit that the agent gets
 * @param wanted what the task's own limits left for it
 * @param budget of its account; absent if it has none
 * @param dayEnds end of the day of the budget
 */
public record SessionCap(
        Amount most, Amount wanted, @Nullable AccountBudget budget, Instant dayEnds) {
    /** For an account without a budget. */
    static SessionCap own(Amount wanted) {
        return new SessionCap(wanted, wanted, null, Instant.MAX);
    }

    public boolean reserved() {
        return budget != null;
    }

    /** The same result, with the account's budget as its ending if that, and not the task's, ended the run. */
    public AgentResult applied(AgentResult result) {
        AccountBudget account = budget;
        if (account == null || result.ending() != Ending.BUDGET || !accountBinds(result.usage())) {
            return result;
        }
        boolean session = tokensBind(result.usage())
                ? same(most.tokens(), account.tokensPerSession())
                : same(most.usd(), account.costPerSession());
        return result.endedSo(
                Ending.ACCOUNT_BUDGET,
                "the budget of %s %s: %s"
                        .formatted(
                                account.account(),
                                session ? "for one session is spent" : "allowed this session no more today",
                                result.reason()),
                session ? null : dayEnds);
    }

    private boolean accountBinds(Usage usage) {
        if (tokensBind(usage)) {
            return lower(most.tokens(), wanted.tokens());
        }
        return lower(most.usd(), wanted.usd());
    }

    /** If both limits are reached, the one on money is the reason. */
    private boolean tokensBind(Usage usage) {
        Long tokens = most.tokens();
        BigDecimal usd = most.usd();
        BigDecimal cost = usage.costUsd();
        boolean costReached = usd != null && cost != null && cost.compareTo(usd) >= 0;
        return tokens != null && usage.totalTokens() >= tokens && !costReached;
    }

    private static <T extends Comparable<T>> boolean lower(@Nullable T most, @Nullable T wanted) {
        return most != null && (wanted == null || most.compareTo(wanted) < 0);
    }

    private static <T extends Comparable<T>> boolean same(@Nullable T a, @Nullable T b) {
        return a != null && b != null && a.compareTo(b) == 0;
    }
}
