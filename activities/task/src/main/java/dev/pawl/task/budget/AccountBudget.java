package dev.pawl.task.budget;

import dev.pawl.db.budget.Amount;
import dev.pawl.db.budget.DayUse;
import dev.pawl.workflows.model.request.OnBreach;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The budget of a provider's account. Each amount is absent if unlimited, and otherwise more than 0.
 *
 * @param costPerDay US dollars per day in UTC
 * @param tokensPerDay of all kinds, including those of the cache
 * @param costPerSession US dollars of one session
 * @param tokensPerSession of one session
 * @param onBreach what happens to a task if the day's budget is spent
 */
public record AccountBudget(
        String account,
        @Nullable BigDecimal costPerDay,
        @Nullable Long tokensPerDay,
        @Nullable BigDecimal costPerSession,
        @Nullable Long tokensPerSession,
        OnBreach onBreach) {
    /** A session is not worth starting with less than a cent. */
    private static final BigDecimal LEAST = new BigDecimal("0.01");

    public AccountBudget {
        if (account.isBlank()) {
            throw new IllegalArgumentException("the name of an account is empty");
        }
        positive(account, "cost_per_day", costPerDay);
        positive(account, "tokens_per_day", tokensPerDay);
        positive(account, "cost_per_session", costPerSession);
        positive(account, "tokens_per_session", tokensPerSession);
        if (costPerDay == null && tokensPerDay == null && costPerSession == null && tokensPerSession == null) {
            throw new IllegalArgumentException("account '" + account + "' has no amount");
        }
    }

    /** Whether anything is left for a session. */
    boolean leaves(DayUse use) {
        return costLeaves(use, use.heldUsd()) && tokensLeave(use, use.heldTokens());
    }

    /** Whether something would be left after all running sessions have ended without spending more. */
    boolean mayLeave(DayUse use) {
        return costLeaves(use, BigDecimal.ZERO) && tokensLeave(use, 0);
    }

    /** Whether money is left. */
    boolean costLeaves(DayUse use) {
        return costLeaves(use, use.heldUsd());
    }

    boolean tokensLeave(DayUse use) {
        return tokensLeave(use, use.heldTokens());
    }

    /**
     * What a session may spend of what is left of the day's budget.
     *
     * @param wanted what it could spend without this budget
     * @param over whether a person allowed the task to exceed the day's budget; the budget of a session still applies
     * @return absent if nothing is left
     */
    Optional<Amount> grant(DayUse use, Amount wanted, boolean over) {
        if (over) {
            return Optional.of(
                    new Amount(least(wanted.usd(), costPerSession), least(wanted.tokens(), tokensPerSession)));
        }
        if (!leaves(use)) {
            return Optional.empty();
        }
        BigDecimal usd = costPerDay == null ? null : left(costPerDay, use, use.heldUsd());
        Long tokens = tokensPerDay == null ? null : tokensPerDay - use.spentTokens() - use.heldTokens();
        return Optional.of(new Amount(
                least(least(wanted.usd(), costPerSession), usd),
                least(least(wanted.tokens(), tokensPerSession), tokens)));
    }

    private boolean costLeaves(DayUse use, BigDecimal held) {
        return costPerDay == null || left(costPerDay, use, held).compareTo(LEAST) >= 0;
    }

    private boolean tokensLeave(DayUse use, long held) {
        return tokensPerDay == null || tokensPerDay - use.spentTokens() - held > 0;
    }

    private static BigDecimal left(BigDecimal budget, DayUse use, BigDecimal held) {
        return budget.subtract(use.spentUsd()).subtract(held);
    }

    private static <T extends Comparable<T>> @Nullable T least(@Nullable T a, @Nullable T b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.compareTo(b) <= 0 ? a : b;
    }

    private static void positive(String account, String name, @Nullable Number value) {
        if (value != null && value.doubleValue() <= 0) {
            throw new IllegalArgumentException(
                    "account '%s': %s must be more than 0, not %s".formatted(account, name, value));
        }
    }
}
