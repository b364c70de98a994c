package dev.pawl.cli.taskreport;

import dev.pawl.api.client.Words;
import dev.pawl.api.v1.Decision;
import dev.pawl.api.v1.Iteration;
import dev.pawl.api.v1.Session;
import dev.pawl.api.v1.SessionStatus;
import dev.pawl.api.v1.Task;
import dev.pawl.cli.page.Html;
import dev.pawl.cli.page.Page;
import dev.pawl.cli.page.PageStyle;
import dev.pawl.cli.page.Span;
import dev.pawl.cli.page.TimeAxis;
import dev.pawl.cli.report.Amounts;
import dev.pawl.cli.report.Costs;
import dev.pawl.cli.report.Lines;
import dev.pawl.cli.text.Durations;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The chart: a row for each iteration, with a bar for each session and a mark for each decision. */
final class Timeline {
    private static final String DIAMOND = "<path class=\"decided\" d=\"M0 -6 L6 0 L0 6 L-6 0 Z\"/>";

    private final Task task;
    private final List<Decision> decisions;
    private final Instant end;
    private final TimeAxis axis;
    private final Page page;
    private final Html html;

    /** @param now stands for the end of a task that has none yet */
    Timeline(Task task, List<Decision> decisions, Instant now, Page page) {
        this.task = task;
        this.decisions = decisions;
        this.end = task.hasFinishedAt() ? Amounts.instant(task.getFinishedAt()) : now;
        this.axis = new TimeAxis(new Span(Amounts.instant(task.getCreatedAt()), end));
        this.page = page;
        this.html = page.html();
    }

    void write() {
        html.raw("<section>\n<h2>What ran when</h2>\n").raw(PageStyle.PATTERNS).raw("<p class=\"legend\">");
        swatch("good", "session completed");
        swatch("bad", "session failed or timed out");
        swatch("stopped", "session cancelled or abandoned");
        swatch("running", "session runs");
        page.swatch("<path class=\"decided\" d=\"M11 0 L17 6 L11 12 L5 6 Z\"/>", "decision");
        html.raw("</p>\n<div class=\"chart\">\n");
        page.axis(axis);
        task.getIterationsList().forEach(this::row);
        html.raw("</div>\n</section>\n");
    }

    private void swatch(String style, String meaning) {
        page.swatch("<rect class=\"" + style + "\" width=\"22\" height=\"12\" rx=\"3\"/>", meaning);
    }

    private void row(Iteration iteration) {
        String name = "iteration " + iteration.getNumber();
        String facts = facts(iteration);
        html.raw("<div class=\"row\"><div class=\"label\">");
        html.element("b", "id", name);
        html.element("span", "facts", facts);
        html.raw("</div>\n<svg class=\"track\" width=\"100%\" height=\"26\" role=\"img\" ")
                .fill("aria-label=\"%s\">", name + ": " + facts);
        axis.lines(html, 26);
        task.getSessionsList().stream()
                .filter(session -> session.getIteration() == iteration.getNumber())
                .forEach(this::bar);
        decisions.stream()
                .filter(decision -> decision.getIteration() == iteration.getNumber())
                .forEach(this::mark);
        html.raw("</svg></div>\n");
    }

    private String facts(Iteration iteration) {
        List<String> facts = new ArrayList<>();
        if (iteration.hasDecision()) {
            facts.add(Words.of(iteration.getDecision().getType()));
        }
        if (iteration.getChecksCount() > 0) {
            facts.add(Lines.checks(iteration) + " checks green");
        }
        if (iteration.hasScore()) {
            facts.add("score " + Lines.score(iteration));
        }
        if (iteration.hasDiff()) {
            facts.add("+%d -%d lines"
                    .formatted(
                            iteration.getDiff().getAdded(), iteration.getDiff().getRemoved()));
        }
        return String.join(" · ", facts);
    }

    private void bar(Session session) {
        Instant start = Amounts.instant(session.getStartedAt());
        Span run = new Span(start, session.hasEndedAt() ? Amounts.instant(session.getEndedAt()) : end);
        String what = "%s %s, attempt %d: %s, %s, %s"
                .formatted(
                        session.getAgent(),
                        Lines.shortId(session.getId()),
                        session.getAttempt(),
                        Words.of(session.getStatus()),
                        Durations.brief(run.length()),
                        Costs.of(session));
        html.fill(
                "<rect class=\"" + style(session.getStatus())
                        + "\" x=\"%s\" width=\"%s\" y=\"5\" height=\"16\" rx=\"3\"><title>%s</title></rect>",
                axis.x(run.from()),
                axis.width(run),
                what);
    }

    private static String style(SessionStatus status) {
        return switch (status) {
            case SESSION_STATUS_COMPLETED -> "good";
            case SESSION_STATUS_FAILED, SESSION_STATUS_TIMED_OUT -> "bad";
            case SESSION_STATUS_CANCELLED, SESSION_STATUS_ABANDONED -> "stopped";
            case SESSION_STATUS_OPEN, SESSION_STATUS_UNSPECIFIED, UNRECOGNIZED -> "running";
        };
    }

    private void mark(Decision decision) {
        html.fill(
                "<svg x=\"%s\" y=\"13\" overflow=\"visible\"><title>%s</title>" + DIAMOND + "</svg>",
                axis.x(Amounts.instant(decision.getCreatedAt())),
                "decision %d: %s".formatted(decision.getNumber(), Words.of(decision.getType())));
    }
}
