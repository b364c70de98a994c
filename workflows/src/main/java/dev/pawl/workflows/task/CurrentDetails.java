package dev.pawl.workflows.task;

import dev.pawl.workflows.model.outcome.Decision;
import dev.pawl.workflows.model.outcome.Delivery;
import dev.pawl.workflows.model.outcome.TaskStatus;
import dev.pawl.workflows.policy.PolicyInput;
import dev.pawl.workflows.task.state.Line;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Describes the task in Markdown for the Web UI: phase, last decision, how to answer. */
final class CurrentDetails {
    private static final int MAX_REASONS = 8;

    private CurrentDetails() {}

    static String of(String taskId, TaskState state) {
        StringBuilder text = new StringBuilder();
        text.append("### ").append(oneLine(state.request.title())).append("\n\n");
        text.append("**Status:** ").append(state.status.wire());
        text.append(" · **iteration:** ").append(state.iteration).append(" of ");
        text.append(state.limits().iterations());
        text.append(" · **now:** ").append(state.phase);
        boolean said = state.status == TaskStatus.PARKED || state.status == TaskStatus.RUNNING;
        if (said && !state.detail.isEmpty()) {
            text.append(", ").append(oneLine(state.detail));
        }
        text.append("\n\n");
        text.append(spending(state)).append("\n");
        if (state.question != null) {
            question(text, taskId, state, state.question);
        }
        delivery(text, state.delivery);
        decision(text, state.lastDecision);
        text.append("\nDetails: `pawl status ").append(taskId).append("`\n");
        return text.toString();
    }

    private static String spending(TaskState state) {
        return String.format(Locale.ROOT, "Score %.2f · %s\n", state.score, cost(state.spent));
    }

    /** Same notation as the command line: ~ is estimated, ≥ is a lower bound. */
    private static String cost(PolicyInput.Spent spent) {
        BigDecimal known = spent.costUsd();
        if (known == null) {
            return "cost unknown";
        }
        BigDecimal estimated = spent.estimatedUsd();
        return (spent.unpriced() > 0 ? "cost ≥ " : "cost ")
                + (estimated != null && estimated.signum() > 0 ? "~$" : "$")
                + known.stripTrailingZeros().toPlainString()
                + (spent.unpriced() > 0 ? " (%d sessions or judge calls unknown)".formatted(spent.unpriced()) : "");
    }

    private static void delivery(StringBuilder text, Delivery delivery) {
        switch (delivery.state()) {
            case NONE -> {}
            case DELIVERED ->
                text.append("\n**Delivered:** ")
                        .append(oneLine(delivery.detail()))
                        .append('\n');
            case FAILED ->
                text.append("\n#### Accepted, not delivered\n\n> ")
                        .append(oneLine(delivery.detail()))
                        .append('\n');
        }
    }

    private static void question(StringBuilder text, String taskId, TaskState state, String question) {
        text.append("\n#### A person is needed\n\n> ").append(oneLine(question)).append("\n\n");
        if (!state.choices.isEmpty()) {
            String answers = state.choices.stream()
                    .map(word -> "`pawl answer %s \"%s\"`".formatted(taskId, word))
                    .collect(Collectors.joining(" or "));
            text.append("Answer with ").append(answers);
            text.append(". Here: send the update `answer` with `{\"text\": \"…\", \"by\": \"your name\"}`.\n");
            return;
        }
        if (state.questionKind.equals("delivery")) {
            text.append("Try again with `pawl answer ").append(taskId).append(" \"again\"`, or end the task without ");
            text.append("delivery with `pawl approve ").append(taskId).append("`. Here: send the update `answer` or ");
            text.append("`approve` with `{\"text\": \"…\", \"by\": \"your name\"}`.\n");
            return;
        }
        text.append("Answer with `pawl answer ").append(taskId).append(" \"…\"`, or decide with `pawl approve ");
        text.append(taskId).append("` or `pawl reject ").append(taskId);
        text.append("`. Here: send the update `answer`, `approve` or `reject` with ");
        text.append("`{\"text\": \"…\", \"by\": \"your name\"}`.\n");
    }

    private static void decision(StringBuilder text, @Nullable Decision decision) {
        if (decision == null) {
            return;
        }
        text.append("\n#### Last decision: ").append(decision.type()).append("\n\n");
        decision.reasons().stream()
                .limit(MAX_REASONS)
                .forEach(reason -> text.append("- ").append(oneLine(reason)).append('\n'));
    }

    /** Text of agents and people must not become headings or links of the page. */
    private static String oneLine(String text) {
        String flat = text.replaceAll("\\s+", " ").replaceAll("([\\\\`*_\\[\\]<>#|])", "\\\\$1");
        return Line.of(flat, 300);
    }
}
