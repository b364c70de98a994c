package dev.pawl.task.budget;

import dev.pawl.db.budget.DayUse;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Why nothing is left of an account's day, in one line for people, with the excess if it was overspent. */
final class BreachText {
    private BreachText() {}

    static String of(AccountBudget budget, LocalDate day, DayUse use) {
        List<String> parts = new ArrayList<>();
        BigDecimal cost = budget.costPerDay();
        if (cost != null && !budget.costLeaves(use)) {
            parts.add("$%s of $%s are spent%s"
                    .formatted(money(use.spentUsd()), money(cost), tooMuch(use.spentUsd(), cost)));
            if (use.heldUsd().signum() > 0) {
                parts.add("$%s are reserved by %s".formatted(money(use.heldUsd()), running(use)));
            }
        }
        Long tokens = budget.tokensPerDay();
        if (tokens != null && !budget.tokensLeave(use)) {
            long more = use.spentTokens() - tokens;
            parts.add(String.format(Locale.ROOT, "%,d of %,d tokens are spent", use.spentTokens(), tokens)
                    + (more > 0 ? String.format(Locale.ROOT, ", %,d too many", more) : ""));
            if (use.heldTokens() > 0) {
                parts.add(String.format(Locale.ROOT, "%,d tokens are reserved by %s", use.heldTokens(), running(use)));
            }
        }
        return "the budget of %s for %s has nothing left: %s"
                .formatted(budget.account(), day, String.join("; ", parts));
    }

    /** With at least two decimal places, and no trailing zeros beyond them. */
    static String money(BigDecimal usd) {
        BigDecimal exact = usd.stripTrailingZeros();
        return exact.scale() < 2 ? exact.setScale(2).toPlainString() : exact.toPlainString();
    }

    private static String tooMuch(BigDecimal spent, BigDecimal budget) {
        return spent.compareTo(budget) > 0 ? ", $%s too much".formatted(money(spent.subtract(budget))) : "";
    }

    private static String running(DayUse use) {
        return use.running() == 1 ? "1 running session" : use.running() + " running sessions";
    }
}
