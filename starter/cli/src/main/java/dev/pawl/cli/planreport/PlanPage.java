package dev.pawl.cli.planreport;

import dev.pawl.api.client.Words;
import dev.pawl.api.v1.Plan;
import dev.pawl.cli.page.Html;
import dev.pawl.cli.page.Page;
import dev.pawl.cli.page.PageStyle;
import dev.pawl.cli.report.Amounts;
import dev.pawl.cli.report.Costs;
import dev.pawl.cli.text.Durations;
import java.time.Duration;
import java.util.List;

/** The report on a plan as one HTML page that loads nothing and runs no script. */
public final class PlanPage {
    private final Plan plan;
    private final PlanFigures figures;
    private final Page page;
    private final Html html;

    private PlanPage(Plan plan, PlanFigures figures) {
        this.plan = plan;
        this.figures = figures;
        this.page = new Page(plan.getTitle(), "");
        this.html = page.html();
    }

    public static String of(Plan plan, PlanFigures figures) {
        PlanPage page = new PlanPage(plan, figures);
        page.head();
        page.cards();
        page.chart();
        page.idle();
        page.setbacks();
        page.costs();
        return page.page.end();
    }

    private void head() {
        page.state(Words.of(plan.getStatus()), plan.getReason());
        html.element(
                "p",
                "facts",
                "%s · %s to %s"
                        .formatted(plan.getId(), Page.time(figures.window().from()), end()));
    }

    private String end() {
        return plan.hasFinishedAt() ? Page.time(figures.window().to()) : "now, it still runs";
    }

    private void cards() {
        html.raw("<section class=\"cards\" aria-label=\"Figures\">\n");
        page.card(Wording.factor(figures.speedUp()), "speed-up", "measured: work against makespan");
        page.card(Durations.brief(figures.makespan()), "makespan", "from the plan's creation to its end");
        page.card(
                Durations.brief(figures.work()),
                "work",
                "%s, %s; agents ran %s of it"
                        .formatted(
                                Wording.counted(figures.packages().size(), "package"),
                                Wording.counted(figures.attempts(), "attempt"),
                                Amounts.millis(plan.getTotals().getDurationMs())));
        page.card(Durations.brief(figures.criticalTime()), "critical path", String.join(" → ", figures.critical()));
        page.card(Durations.brief(figures.lowerBound()), "lower bound", "by " + Wording.boundBy(figures));
        page.card(Wording.percent(figures.efficiency()), "efficiency", "lower bound against makespan");
        page.card(
                plan.getTotals().getSessions() == 0 ? Amounts.UNKNOWN : Costs.ofSessions(plan.getTotals()),
                "cost",
                Wording.counted(Math.toIntExact(plan.getTotals().getSessions()), "session"));
        page.card(Integer.toString(Setback.of(figures).size()), "setbacks", "ejections and refusals for ownership");
        html.raw("</section>\n");
    }

    private void chart() {
        html.raw("<section>\n<h2>What ran when</h2>\n").raw(PageStyle.PATTERNS).raw("<p class=\"legend\">");
        for (Bar bar : Bar.values()) {
            page.swatch("<rect class=\"" + bar.style() + "\" width=\"22\" height=\"12\" rx=\"3\"/>", bar.meaning());
        }
        page.swatch("<rect class=\"queue\" y=\"4\" width=\"22\" height=\"4\"/>", "merge queue");
        page.swatch("<path class=\"integrated\" d=\"M11 0 L17 6 L11 12 L5 6 Z\"/>", "integrated");
        html.raw("</p>\n");
        new GanttChart(figures, page).write();
        html.raw("</section>\n");
    }

    private void idle() {
        Duration slotTime = figures.makespan().multipliedBy(figures.slots());
        html.fill(
                "<section>\n<h2>Idle slots</h2>\n<p>%s of the %s that %s had.</p>\n",
                Durations.brief(figures.idleTime()),
                Durations.brief(slotTime),
                Wording.counted(figures.slots(), "slot"));
        page.list(Wording.idle(figures));
        html.raw("</section>\n");
    }

    private void setbacks() {
        List<Setback> setbacks = Setback.of(figures);
        if (setbacks.isEmpty()) {
            return;
        }
        html.raw("<section>\n<h2>Setbacks</h2>\n<ul>\n");
        for (Setback setback : setbacks) {
            html.fill("<li><bdi>%s</bdi>", setback.line());
            if (!setback.evidence().isEmpty()) {
                html.raw("<details><summary>output</summary><pre>")
                        .lines(setback.evidence())
                        .raw("</pre></details>");
            }
            html.raw("</li>\n");
        }
        html.raw("</ul>\n</section>\n");
    }

    private void costs() {
        html.raw("<section>\n<h2>Agents</h2>\n<div class=\"wide\"><table>\n")
                .raw("<tr><th>Agent</th><th>Attempts</th><th>Tokens</th><th>Cost</th></tr>\n");
        for (AgentUse use : figures.agents()) {
            html.fill(
                    "<tr><td><bdi>%s</bdi></td><td>%s</td><td>%s</td><td>%s</td></tr>\n",
                    use.agent(), use.attempts(), Amounts.tokens(use.tokens()), Wording.cost(use));
        }
        html.raw("</table></div>\n</section>\n");
    }
}
