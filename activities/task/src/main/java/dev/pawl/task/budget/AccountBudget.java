package dev.pawl.task.budget;

import dev.pawl.db.budget.Amount;
import dev.pawl.db.budget.DayUse;
import dev.pawl.workflows.model.request.OnBreach;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What may be spent of a provider's account. Each amount is absent where nothing bounds it, else more than nothing.
 *
 * @param costPerDay US dollars a day in UTC
 * @param tokensPerDay of all kinds, those of the cache too
 * @param costPerSession US dollars of one session
 * @param tokensPerSession of one session
 * @param onBreach what becomes of a task for which the day leaves nothing
 */
public record AccountBudget(
        String account,
        @Nullable BigDecimal costPerDay,
        @Nullable Long tokensPerDay,
        @Nullable BigDecimal costPerSession,
        @Nullable Long tokensPerSession,
        OnBreach onBreach) {
    /** With less than a cent no session is worth its start. */
    private static final BigDecimal LEAST = new BigDecimal("0.01");

    public AccountBudget {
        if (account.isBlank()) {
            throw new IllegalArgumentException("an account's name is empty");
        }
        positive(account, "cost_per_day", costPerDay);
        positive(account, "tokens_per_day", tokensPerDay);
        positive(account, "cost_per_session", costPerSession);
        positive(account, "tokens_per_session", tokensPerSession);
        if (costPerDay == null && tokensPerDay == null && costPerSession == null && tokensPerSession == null) {
            throw new IllegalArgumentException("account '" + account + "' names no amount");
        }
    }

    /** Whether the day leaves a session anything. */
    boolean leaves(DayUse use) {
        return costLeaves(use, use.heldUsd()) && tokensLeave(use, use.heldTokens());
    }

    /** Whether it would once no session runs, if none of them spent more. */
    boolean mayLeave(DayUse use) {
        return costLeaves(use, BigDecimal.ZERO) && tokensLeave(use, 0);
    }

    /** Whether it is money that is not left. */
    boolean costLeaves(DayUse use) {
        return costLeaves(use, use.heldUsd());
    }

    boolean tokensLeave(DayUse use) {
        return tokensLeave(use, use.heldTokens());
    }

    /**
     * What a session may have of what the day leaves.
     *
     * @param wanted what it would have without this budget
     * @param over whether a person let it go on over the day's budget; that of a session still binds
     * @return absent where the day leaves nothing
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
