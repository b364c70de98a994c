package dev.pawl.workflows.plan;

import dev.pawl.workflows.model.plan.PackageState;
import dev.pawl.workflows.model.plan.PlanQuestion;
import dev.pawl.workflows.task.state.Line;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Describes a plan in Markdown for the Web UI: its packages in a table, and how to answer. */
final class PlanDetails {
    /** The table stays readable, and small enough for the engine. */
    private static final int MAX_ROWS = 40;

    private PlanDetails() {}

    static String of(String planId, PlanState state) {
        StringBuilder text = new StringBuilder();
        text.append("### ").append(oneLine(state.terms().title())).append("\n\n");
        text.append("**Status:** ").append(state.status.wire());
        if (!state.reason.isEmpty()) {
            text.append(" · ").append(oneLine(state.reason));
        }
        text.append("\n\n").append(counts(state)).append("\n");
        PlanQuestion question = state.question;
        if (question != null) {
            text.append("\n#### A person is needed\n\n> ").append(oneLine(question.question()));
            text.append("\n\nAnswer with `pawl plan answer ").append(planId).append(" retry`, `continue` or `stop`, ");
            text.append("or here: send the update `answer` with `{\"questionId\": \"\", \"choice\": \"retry\", ");
            text.append("\"text\": \"…\", \"by\": \"your name\"}`.\n");
        }
        table(text, state);
        text.append("\nDetails: `pawl plan status ").append(planId).append("`\n");
        return text.toString();
    }

    private static String counts(PlanState state) {
        Map<PackageState, Integer> counts = new TreeMap<>();
        state.packages().forEach(each -> counts.merge(each.state(), 1, Integer::sum));
        return "%d packages: %s"
                .formatted(
                        state.packages().size(),
                        counts.entrySet().stream()
                                .map(entry ->
                                        entry.getValue() + " " + entry.getKey().wire())
                                .collect(Collectors.joining(", ")));
    }

    /** What needs attention first. */
    private static void table(StringBuilder text, PlanState state) {
        List<PackageRun> rows = state.packages().stream()
                .sorted(Comparator.comparingInt(each -> rank(each.state())))
                .limit(MAX_ROWS)
                .toList();
        text.append("\n| Package | State | Attempt | Task | |\n|---|---|---|---|---|\n");
        for (PackageRun row : rows) {
            text.append("| ").append(oneLine(row.id()));
            text.append(" | ").append(row.state().wire()).append(row.paused ? ", paused" : "");
            text.append(" | ").append(row.attempt() == 0 ? "" : String.valueOf(row.attempt()));
            text.append(" | ").append(oneLine(row.taskId()));
            text.append(" | ").append(oneLine(row.reason())).append(" |\n");
        }
        int more = state.packages().size() - rows.size();
        if (more > 0) {
            text.append("\n… and ").append(more).append(" more\n");
        }
    }

    private static int rank(PackageState state) {
        return switch (state) {
            case FAILED, REJECTED -> 0;
            case RUNNING -> 1;
            case ACCEPTED -> 2;
            case BLOCKED, CANCELLED, DROPPED -> 3;
            case WAITING -> 4;
            case INTEGRATED -> 5;
        };
    }

    /** Text of agents and people must not become headings, cells or links of the page. */
    private static String oneLine(String text) {
        String flat = text.replaceAll("\\s+", " ").replaceAll("([\\\\`*_\\[\\]<>#|])", "\\\\$1");
        return Line.of(flat, 200);
    }
}
