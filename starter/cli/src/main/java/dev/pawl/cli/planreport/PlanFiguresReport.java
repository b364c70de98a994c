package dev.pawl.cli.planreport;

import dev.pawl.api.client.Words;
import dev.pawl.api.v1.Plan;
import dev.pawl.cli.report.Amounts;
import dev.pawl.cli.report.Costs;
import dev.pawl.cli.report.Table;
import dev.pawl.cli.terminal.Style;
import dev.pawl.cli.text.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The report on a plan as text. */
public final class PlanFiguresReport {
    private final Plan plan;
    private final PlanFigures figures;
    private final Style style;
    private final List<String> lines = new ArrayList<>();

    private PlanFiguresReport(Plan plan, PlanFigures figures, Style style) {
        this.plan = plan;
        this.figures = figures;
        this.style = style;
    }

    public static List<String> lines(Plan plan, PlanFigures figures, int width, Style style) {
        PlanFiguresReport report = new PlanFiguresReport(plan, figures, style);
        report.lines.add(style.strong(plan.getTitle()) + ": " + Words.of(plan.getStatus()));
        report.times();
        report.losses();
        report.costs();
        report.lines.add("");
        report.lines.addAll(report.packages().lines(width, style));
        return report.lines;
    }

    /** Speed of the plan in one line, such as for the end of a run. */
    public static String speed(PlanFigures figures) {
        return "%s faster than one by one: %s instead of %s; no less than %s was possible, by %s"
                .formatted(
                        Wording.factor(figures.speedUp()),
                        Durations.brief(figures.makespan()),
                        Durations.brief(figures.work()),
                        Durations.brief(figures.lowerBound()),
                        Wording.boundBy(figures));
    }

    private void times() {
        field("plan", plan.getId());
        field("makespan", Durations.brief(figures.makespan()) + " from its creation to its end");
        field(
                "work",
                "%s in %s, %s; agents ran %s of it"
                        .formatted(
                                Durations.brief(figures.work()),
                                Wording.counted(figures.packages().size(), "package"),
                                Wording.counted(figures.attempts(), "attempt"),
                                Amounts.millis(plan.getTotals().getDurationMs())));
        field("speed-up", Wording.factor(figures.speedUp()) + ", measured: work against makespan");
        field("critical", Durations.brief(figures.criticalTime()) + ": " + String.join(" → ", figures.critical()));
        field("bound", Durations.brief(figures.lowerBound()) + " by " + Wording.boundBy(figures));
        field("efficiency", Wording.percent(figures.efficiency()) + " of that bound");
    }

    private void losses() {
        Duration slotTime = figures.makespan().multipliedBy(figures.slots());
        field(
                "idle",
                "%s of the %s that %s had"
                        .formatted(
                                Durations.brief(figures.idleTime()),
                                Durations.brief(slotTime),
                                Wording.counted(figures.slots(), "slot")));
        Wording.idle(figures).forEach(line -> field("", line));
        Setback.of(figures).forEach(setback -> field(style.attention("setback"), setback.line()));
    }

    private void costs() {
        if (plan.getTotals().getSessions() > 0) {
            field("cost", Costs.ofSessions(plan.getTotals()));
        }
        figures.agents()
                .forEach(use -> field(
                        "",
                        "%s: %s, %s, %s tokens"
                                .formatted(
                                        use.agent(),
                                        Wording.cost(use),
                                        Wording.counted(use.attempts(), "attempt"),
                                        Amounts.tokens(use.tokens()))));
    }

    private Table packages() {
        Table table = new Table("PACKAGE", "STATE", "ATTEMPTS", "TIME", "COST", "WHAT");
        for (PackageHistory each : figures.packages()) {
            String reason = each.source().getReason();
            table.row(
                    each.id(),
                    Words.of(each.source().getState()),
                    Integer.toString(each.runs().size()),
                    Durations.brief(each.work()),
                    Wording.cost(each),
                    each.source().getTitle() + (reason.isBlank() ? "" : ": " + reason));
        }
        return table;
    }

    private void field(String name, String value) {
        lines.add(style.faint("%-11s".formatted(name)) + value);
    }
}
