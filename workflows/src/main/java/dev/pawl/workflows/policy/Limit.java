package dev.pawl.workflows.policy;

import dev.pawl.workflows.model.evidence.AgentReport;
import dev.pawl.workflows.model.evidence.Ending;
import java.math.BigDecimal;

/** How far a task's limits are used up. */
final class Limit {
    /** From here on a person is asked before more is spent. */
    private static final BigDecimal NEARLY = new BigDecimal("0.90");

    private Limit() {}

    static boolean budgetSpent(PolicyInput input) {
        AgentReport report = input.report();
        return (report != null && report.ending() == Ending.BUDGET) || spent(input, BigDecimal.ONE);
    }

    static boolean budgetNearlySpent(PolicyInput input) {
        return spent(input, NEARLY);
    }

    static boolean tokensSpent(PolicyInput input) {
        return tokens(input, BigDecimal.ONE);
    }

    static boolean tokensNearlySpent(PolicyInput input) {
        return tokens(input, NEARLY);
    }

    /**
     * Whether the spent part of the budget is unknown: costs are unknown and no limit on tokens applies instead, or it
     * applies to an agent that reports no tokens.
     */
    static boolean unknown(PolicyInput input) {
        boolean cannotBind = input.limits().tokens() == null
                ? input.limits().costUsd() != null
                : input.spent().tokens() == 0;
        return cannotBind && input.spent().unpriced() > 0;
    }

    static boolean timeSpent(PolicyInput input) {
        return input.spent().agentMillis() >= input.limits().time().toMillis();
    }

    /** Whether the account's daily budget ended the session, and no limit of the task did. */
    static boolean accountSpent(PolicyInput input) {
        AgentReport report = input.report();
        return report != null
                && report.ending() == Ending.ACCOUNT_BUDGET
                && report.resetsAt() != null
                && !budgetSpent(input)
                && !tokensSpent(input)
                && !timeSpent(input);
    }

    private static boolean tokens(PolicyInput input, BigDecimal share) {
        Long limit = input.limits().tokens();
        return limit != null
                && BigDecimal.valueOf(input.spent().tokens())
                                .compareTo(BigDecimal.valueOf(limit).multiply(share))
                        >= 0;
    }

    private static boolean spent(PolicyInput input, BigDecimal share) {
        BigDecimal budget = input.limits().costUsd();
        BigDecimal cost = input.spent().costUsd();
        return budget != null && cost != null && cost.compareTo(budget.multiply(share)) >= 0;
    }
}
