package dev.pawl.cli.planreport;

import dev.pawl.api.v1.PackageAttempt;
import dev.pawl.api.v1.Plan;
import dev.pawl.api.v1.PlanPackage;
import dev.pawl.api.v1.Usage;
import dev.pawl.cli.report.Amounts;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one agent did for a plan.
 *
 * @param unpriced attempts at an unknown cost
 * @param costUsd of the others; null if there are none
 */
record AgentUse(
        String agent,
        int attempts,
        int unpriced,
        long tokens,
        @Nullable BigDecimal costUsd) {
    /** In the order of their first attempts. */
    static List<AgentUse> of(Plan plan) {
        Map<String, AgentUse> uses = new LinkedHashMap<>();
        for (PlanPackage each : plan.getPackagesList()) {
            for (PackageAttempt attempt : each.getAttemptsList()) {
                AgentUse one = of(attempt);
                uses.merge(one.agent(), one, AgentUse::plus);
            }
        }
        return List.copyOf(uses.values());
    }

    private static AgentUse of(PackageAttempt attempt) {
        Usage usage = attempt.getUsage();
        @Nullable BigDecimal cost = usage.hasCostUsd() ? new BigDecimal(usage.getCostUsd()) : null;
        return new AgentUse(attempt.getAgent(), 1, cost == null ? 1 : 0, Amounts.tokens(usage), cost);
    }

    private AgentUse plus(AgentUse other) {
        return new AgentUse(
                agent,
                attempts + other.attempts,
                unpriced + other.unpriced,
                tokens + other.tokens,
                sum(costUsd, other.costUsd));
    }

    private static @Nullable BigDecimal sum(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null ? other : other == null ? one : one.add(other);
    }
}
