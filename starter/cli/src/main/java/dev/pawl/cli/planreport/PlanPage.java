package dev.pawl.cli.planreport;

import dev.pawl.api.client.Words;
import dev.pawl.api.v1.Plan;
import dev.pawl.cli.report.Amounts;
import dev.pawl.cli.report.Costs;
import dev.pawl.cli.text.Durations;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The report on a plan as one HTML page that loads nothing and runs no script. */
public final class PlanPage {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT);

    private final Plan plan;
    private final PlanFigures figures;
    private final Html html = new Html();

    private PlanPage(Plan plan, PlanFigures figures) {
        this.plan = plan;
        this.figures = figures;
    }

    public static String of(Plan plan, PlanFigures figures) {
        PlanPage page = new PlanPage(plan, figures);
        page.head();
        page.cards();
        page.chart();
        page.idle();
        page.setbacks();
        page.costs();
        page.html.raw("</main>\n</body>\n</html>\n");
        return page.html.toString();
    }

    private void head() {
        html.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n")
                .raw(
                        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"/>\n")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n")
                .raw("<meta name=\"color-scheme\" content=\"light dark\"/>\n")
                .fill("<title>%s</title>\n", plan.getTitle())
                .raw("<style>\n")
                .raw(PageStyle.SHEET)
                .raw("</style>\n</head>\n<body>\n<main>\n");
        html.element("h1", "title", plan.getTitle());
        html.fill("<p class=\"state %1$s\"><b>%1$s</b></p>\n", Words.of(plan.getStatus()));
        html.element("p", "reason", plan.getReason());
        html.element(
                "p",
                "facts",
                "%s · %s to %s".formatted(plan.getId(), time(figures.window().from()), end()));
    }

    private String end() {
        return plan.hasFinishedAt() ? time(figures.window().to()) : "now, it still runs";
    }

    private static String time(Instant moment) {
        return TIME.format(moment.atOffset(ZoneOffset.UTC));
    }

    private void cards() {
        html.raw("<section class=\"cards\" aria-label=\"Figures\">\n");
        card(Wording.factor(figures.speedUp()), "speed-up", "measured: work against makespan");
        card(Durations.brief(figures.makespan()), "makespan", "from the plan's creation to its end");
        card(
                Durations.brief(figures.work()),
                "work",
                "%s, %s; agents ran %s of it"
                        .formatted(
                                Wording.counted(figures.packages().size(), "package"),
                                Wording.counted(figures.attempts(), "attempt"),
                                Amounts.millis(plan.getTotals().getDurationMs())));
        card(Durations.brief(figures.criticalTime()), "critical path", String.join(" → ", figures.critical()));
        card(Durations.brief(figures.lowerBound()), "lower bound", "by " + Wording.boundBy(figures));
        card(Wording.percent(figures.efficiency()), "efficiency", "lower bound against makespan");
        card(
                plan.getTotals().getSessions() == 0 ? Amounts.UNKNOWN : Costs.ofSessions(plan.getTotals()),
                "cost",
                Wording.counted(Math.toIntExact(plan.getTotals().getSessions()), "session"));
        card(Integer.toString(Setback.of(figures).size()), "setbacks", "ejections and refusals for ownership");
        html.raw("</section>\n");
    }

    private void card(String figure, String name, String note) {
        html.fill(
                "<div class=\"card\"><div class=\"name\">%s</div><div class=\"figure\">%s</div><div class=\"note\"><bdi>%s</bdi></div></div>\n",
                name, figure, note);
    }

    private void chart() {
        html.raw("<section>\n<h2>What ran when</h2>\n").raw(PageStyle.PATTERNS).raw("<p class=\"legend\">");
        for (Bar bar : Bar.values()) {
            swatch("<rect class=\"" + bar.style() + "\" width=\"22\" height=\"12\" rx=\"3\"/>", bar.meaning());
        }
        swatch("<rect class=\"queue\" y=\"4\" width=\"22\" height=\"4\"/>", "merge queue");
        swatch("<path class=\"integrated\" d=\"M11 0 L17 6 L11 12 L5 6 Z\"/>", "integrated");
        html.raw("</p>\n");
        new GanttChart(figures, html).write();
        html.raw("</section>\n");
    }

    private void swatch(String shape, String meaning) {
        html.fill("<span><svg width=\"22\" height=\"12\" aria-hidden=\"true\">" + shape + "</svg> %s</span>", meaning);
    }

    private void idle() {
        Duration slotTime = figures.makespan().multipliedBy(figures.slots());
        html.fill(
                "<section>\n<h2>Idle slots</h2>\n<p>%s of the %s that %s had.</p>\n",
                Durations.brief(figures.idleTime()),
                Durations.brief(slotTime),
                Wording.counted(figures.slots(), "slot"));
        list(Wording.idle(figures));
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

    private void list(List<String> lines) {
        html.raw("<ul>\n");
        lines.forEach(line -> html.element("li", "line", line));
        html.raw("</ul>\n");
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
