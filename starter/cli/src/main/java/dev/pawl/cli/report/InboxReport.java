package dev.pawl.cli.report;

import dev.pawl.api.v1.OpenQuestion;
import dev.pawl.cli.terminal.Printable;
import dev.pawl.cli.terminal.Style;
import dev.pawl.cli.text.Durations;
import dev.pawl.cli.text.Wrapping;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Open questions as text. */
public final class InboxReport {
    private static final int MOST_REASONS = 5;
    private static final String INDENT = "  ";

    private final Instant now;
    private final int width;
    private final Style style;
    private final List<String> lines = new ArrayList<>();

    private InboxReport(Instant now, int width, Style style) {
        this.now = now;
        this.width = width;
        this.style = style;
    }

    public static List<String> lines(List<OpenQuestion> questions, Instant now, int width, Style style) {
        if (questions.isEmpty()) {
            return List.of("nothing waits for a person");
        }
        InboxReport report = new InboxReport(now, width, style);
        questions.forEach(report::question);
        // Between questions, not after the last.
        report.lines.removeLast();
        return report.lines;
    }

    private void question(OpenQuestion question) {
        String id = question.hasPlanId()
                ? question.getPlanId() + ", package " + question.getPackageId()
                : question.getTaskId();
        lines.add("%s  %s  %s  %s"
                .formatted(
                        style.attention(Amounts.ago(question.getAskedAt(), now)),
                        style.strong(id),
                        Printable.line(question.getTitle()),
                        style.faint(cost(question))));
        wrapped("", question.getQuestion());
        question.getReasonsList().stream().limit(MOST_REASONS).forEach(reason -> wrapped("because ", reason));
        if (!question.getEscalatedTo().isEmpty()) {
            wrapped("", "escalated to " + question.getEscalatedTo());
        }
        if (question.hasDeadline()) {
            wrapped("", until(question));
        }
        Answers.of(question).forEach(command -> lines.add(INDENT + style.faint("type ") + command));
        lines.add("");
    }

    private String until(OpenQuestion question) {
        Duration left = Duration.between(now, Amounts.instant(question.getDeadline()));
        return left.isNegative()
                ? "the deadline is over"
                : "continues without an answer in " + Durations.brief(Duration.ofSeconds(left.toSeconds()));
    }

    private void wrapped(String start, String text) {
        for (String part : Wrapping.of(start + Printable.line(text), Math.max(40, width - INDENT.length()))) {
            lines.add(INDENT + part);
        }
    }

    /** Such as {@code ≥ $0.12}. */
    static String cost(OpenQuestion question) {
        if (!question.hasCostUsd()) {
            return question.getUnpriced() > 0 ? "cost unknown" : Amounts.UNKNOWN;
        }
        String dollars = Costs.dollars(new BigDecimal(question.getCostUsd()));
        return question.getUnpriced() > 0 ? "≥ " + dollars : dollars;
    }
}
