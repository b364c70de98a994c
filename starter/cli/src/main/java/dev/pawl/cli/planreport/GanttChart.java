package dev.pawl.cli.planreport;

import dev.pawl.api.client.Words;
import dev.pawl.api.v1.PackageAttempt;
import dev.pawl.api.v1.PlanPackage;
import dev.pawl.cli.page.Html;
import dev.pawl.cli.page.Page;
import dev.pawl.cli.page.Span;
import dev.pawl.cli.page.TimeAxis;
import dev.pawl.cli.report.Amounts;
import dev.pawl.cli.report.Lines;
import dev.pawl.cli.text.Durations;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The chart: a row for each package in the order of their starts, with a bar for each attempt. */
final class GanttChart {
    private static final String DIAMOND = "<path class=\"integrated\" d=\"M0 -7 L7 0 L0 7 L-7 0 Z\"/>";

    private final PlanFigures figures;
    private final TimeAxis axis;
    private final Set<String> critical;
    private final Page page;
    private final Html html;

    GanttChart(PlanFigures figures, Page page) {
        this.figures = figures;
        this.axis = new TimeAxis(figures.window());
        this.critical = new TreeSet<>(figures.critical());
        this.page = page;
        this.html = page.html();
    }

    void write() {
        html.raw("<div class=\"chart\">\n");
        page.axis(axis);
        figures.packages().stream()
                .sorted(Comparator.comparing(GanttChart::start)) // stable: then in the order of the file
                .forEach(this::row);
        html.raw("</div>\n");
    }

    private static Instant start(PackageHistory each) {
        return each.runs().isEmpty() ? Instant.MAX : each.runs().getFirst().from();
    }

    private void row(PackageHistory each) {
        boolean marked = critical.contains(each.id());
        html.raw("<div class=\"row" + (marked ? " critical" : "") + "\"><div class=\"label\">");
        html.element("b", "id", each.id());
        if (marked) {
            html.raw("<span class=\"badge\">critical path</span>");
        }
        html.element("span", "title", each.source().getTitle());
        html.element("span", "facts", facts(each));
        html.element("span", "reason", each.source().getReason());
        html.raw("</div>\n<svg class=\"track\" width=\"100%\" height=\"26\" role=\"img\" ")
                .fill("aria-label=\"%s\">", each.id() + ": " + facts(each));
        axis.lines(html, 26);
        for (int i = 0; i < each.runs().size(); i++) {
            bar(each.source().getAttempts(i), each.runs().get(i));
        }
        queue(each);
        html.raw("</svg></div>\n");
    }

    private void bar(PackageAttempt attempt, Span run) {
        String what =
                "attempt %d: %s, %s".formatted(attempt.getNumber(), Bar.word(attempt), Durations.brief(run.length()));
        html.fill(
                "<rect class=\"" + Bar.of(attempt).style()
                        + "\" x=\"%s\" width=\"%s\" y=\"5\" height=\"16\" rx=\"3\"><title>%s</title></rect>",
                axis.x(run.from()),
                axis.width(run),
                what);
    }

    private void queue(PackageHistory each) {
        List<PackageHistory.Change> changes = each.changes();
        for (int i = 0; i < changes.size(); i++) {
            if (changes.get(i).activity() == Activity.QUEUED) {
                Instant until = i + 1 < changes.size()
                        ? changes.get(i + 1).at()
                        : axis.window().to();
                Span wait = new Span(changes.get(i).at(), until);
                html.fill(
                        "<rect class=\"queue\" x=\"%s\" width=\"%s\" y=\"11\" height=\"4\"><title>%s</title></rect>",
                        axis.x(wait.from()), axis.width(wait), "merge queue: " + Durations.brief(wait.length()));
            }
        }
        if (each.source().hasIntegratedAt()) {
            html.fill(
                    "<svg x=\"%s\" y=\"13\" overflow=\"visible\"><title>integrated</title>" + DIAMOND + "</svg>",
                    axis.x(Amounts.instant(each.source().getIntegratedAt())));
        }
    }

    /** Such as {@code integrated as 1f3a5c7e · 9s in 2 attempts · $0.12 · settles F-3, F-4}. */
    private static String facts(PackageHistory each) {
        PlanPackage source = each.source();
        List<String> facts = new ArrayList<>();
        String commit = source.hasIntegrationCommit() ? " as " + Lines.shortId(source.getIntegrationCommit()) : "";
        facts.add(Words.of(source.getState()) + commit);
        if (!each.runs().isEmpty()) {
            facts.add(Durations.brief(each.work()) + " in "
                    + Wording.counted(each.runs().size(), "attempt"));
        }
        if (source.getTotals().getSessions() > 0) {
            facts.add(Wording.cost(each));
        }
        if (source.getNeedsCount() > 0) {
            facts.add("needs " + String.join(", ", source.getNeedsList()));
        }
        if (source.getIssuesCount() > 0) {
            facts.add("settles " + String.join(", ", source.getIssuesList()));
        }
        return String.join(" · ", facts);
    }
}
