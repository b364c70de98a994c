package dev.pawl.cli.report;

import dev.pawl.api.client.Words;
import dev.pawl.api.v1.DeliveryState;
import dev.pawl.api.v1.PackageState;
import dev.pawl.api.v1.Plan;
import dev.pawl.api.v1.PlanPackage;
import dev.pawl.cli.terminal.Style;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Where a plan is, package by package. */
public final class PlanStatusReport {
    private PlanStatusReport() {}

    public static List<String> lines(Plan plan, int width, Style style) {
        List<String> lines = new ArrayList<>();
        String reason = plan.getReason().isEmpty() ? "" : ", " + plan.getReason();
        lines.add("%s: %s%s".formatted(plan.getTitle(), PlanLines.status(plan.getStatus(), style), reason));
        lines.add(PlanLines.counts(plan) + (plan.getTotals().getSessions() > 0 ? ", " + cost(plan) : ""));
        lines.add("");
        lines.addAll(packages(plan).lines(width, style));
        lines.add("");
        if (plan.hasQuestion()) {
            lines.add(style.attention("question: ") + plan.getQuestion().getQuestion());
            Answers.ofPlan(plan.getId()).forEach(command -> lines.add("  " + command));
        }
        result(plan, lines, style);
        if (!plan.getLinks().getWebUi().isEmpty()) {
            lines.add("web ui: " + plan.getLinks().getWebUi());
        }
        return lines;
    }

    private static String cost(Plan plan) {
        return "%s tokens, %s"
                .formatted(
                        Amounts.tokens(Amounts.tokens(plan.getTotals().getUsage())),
                        Costs.ofSessions(plan.getTotals()));
    }

    private static Table packages(Plan plan) {
        Table table = new Table("PACKAGE", "STATE", "TRIES", "TIME", "TASK", "WHY");
        Instant now = Instant.now();
        for (PlanPackage each : plan.getPackagesList()) {
            table.row(
                    each.getId(),
                    Words.of(each.getState()),
                    Integer.toString(each.getAttemptsCount()),
                    PlanLines.time(each, now),
                    PlanLines.lastAttempt(each)
                            .map(attempt -> attempt.getTaskId())
                            .orElse(Amounts.UNKNOWN),
                    PlanLines.why(each));
            each.getAttemptsList().stream()
                    .filter(attempt -> attempt.hasEjection())
                    .forEach(attempt -> table.row(
                            "",
                            "",
                            "",
                            "",
                            attempt.getTaskId(),
                            "attempt %d was not merged: %s"
                                    .formatted(attempt.getNumber(), PlanLines.ejection(attempt.getEjection()))));
        }
        return table;
    }

    private static void result(Plan plan, List<String> lines, Style style) {
        if (plan.hasDelivery() && plan.getDelivery().getState() != DeliveryState.DELIVERY_STATE_NONE) {
            boolean failed = plan.getDelivery().getState() == DeliveryState.DELIVERY_STATE_FAILED;
            String state = "delivery: " + Words.of(plan.getDelivery().getState());
            lines.add((failed ? style.bad(state) : style.good(state)) + " "
                    + plan.getDelivery().getDetail());
            return;
        }
        boolean some = plan.getPackagesList().stream()
                .anyMatch(each -> each.getState() == PackageState.PACKAGE_STATE_INTEGRATED);
        if (some && plan.hasIntegrationDirectory()) {
            lines.add("result: git -C %s log integration".formatted(plan.getIntegrationDirectory()));
        }
    }
}
