package dev.pawl.workflows.policy;

import dev.pawl.workflows.model.request.Limits;
import dev.pawl.workflows.policy.PolicyInput.Spent;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A task's own budget, in money or tokens, is spent. */
public final class Breach {
    private Breach() {}

    /** Returns what is spent and by how much too much; empty if the limits leave something. */
    public static Optional<String> of(Limits limits, Spent spent) {
        String both = Stream.of(cost(limits, spent), tokens(limits, spent))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("; "));
        return both.isEmpty() ? Optional.empty() : Optional.of(both);
    }

    /** The question to a person, who alone may grant more. */
    public static String question(Limits limits, Spent spent) {
        String what = of(limits, spent).orElse("the budget is spent");
        boolean tokensOnly = limits.costUsd() == null
                || (cost(limits, spent).isEmpty() && tokens(limits, spent).isPresent());
        return "T%s. Should the task go on? `pawl extend TASK --%s N` grants more; an answer without more ends it."
                .formatted(what.substring(1), tokensOnly ? "tokens" : "cost");
    }

    /** Whether more of the budget was granted in between. */
    public static boolean extended(Limits before, Limits now) {
        BigDecimal had = before.costUsd();
        BigDecimal has = now.costUsd();
        Long tokens = before.tokens();
        boolean money = had != null && has != null && has.compareTo(had) > 0;
        return money || (tokens != null && now.tokens() != null && now.tokens() > tokens);
    }

    /** By how much the budget was exceeded, as an agent without a cap of its own can do in one session. */
    static Optional<String> overspent(Limits limits, Spent spent) {
        BigDecimal budget = limits.costUsd();
        BigDecimal cost = spent.costUsd();
        if (budget == null || cost == null || cost.compareTo(budget) <= 0) {
            return Optional.empty();
        }
        BigDecimal estimated = spent.estimatedUsd();
        return Optional.of("the budget of $%s is overspent by %s%s$%s"
                .formatted(
                        budget.toPlainString(),
                        spent.unpriced() > 0 ? "at least " : "",
                        estimated != null && estimated.signum() > 0 ? "~" : "",
                        cost.subtract(budget).stripTrailingZeros().toPlainString()));
    }

    private static Optional<String> tokens(Limits limits, Spent spent) {
        Long most = limits.tokens();
        if (most == null || spent.tokens() < most) {
            return Optional.empty();
        }
        String reached = "the limit of %d tokens is reached with %d".formatted(most, spent.tokens());
        long over = spent.tokens() - most;
        return Optional.of(over == 0 ? reached : "%s, %d too many".formatted(reached, over));
    }

    private static Optional<String> cost(Limits limits, Spent spent) {
        BigDecimal budget = limits.costUsd();
        BigDecimal cost = spent.costUsd();
        if (budget != null && cost != null && cost.compareTo(budget) == 0) {
            return Optional.of("the budget of $%s is spent".formatted(budget.toPlainString()));
        }
        return overspent(limits, spent);
    }
}
