package dev.pawl.workflows.policy;

import dev.pawl.workflows.model.AgentReport;
import dev.pawl.workflows.model.Ending;
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

    static boolean timeSpent(PolicyInput input) {
        return input.spent().agentMillis() >= input.limits().time().toMillis();
    }

    private static boolean spent(PolicyInput input, BigDecimal share) {
        BigDecimal budget = input.limits().costUsd();
        BigDecimal cost = input.spent().costUsd();
        return budget != null && cost != null && cost.compareTo(budget.multiply(share)) >= 0;
    }
}
