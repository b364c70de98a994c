package dev.pawl.cli.report;

import dev.pawl.api.client.Words;
import dev.pawl.api.v1.Decision;
import dev.pawl.api.v1.Task;
import dev.pawl.cli.terminal.Style;
import java.util.ArrayList;
import java.util.List;

/** All decisions on a task as text, in the order they were made. */
public final class DecisionReport {
    private DecisionReport() {}

    public static List<String> lines(Task task, List<Decision> decisions, int width, Style style) {
        List<String> lines = new ArrayList<>();
        lines.add(style.strong(task.getTitle()) + ": " + Lines.status(task.getStatus(), style));
        if (decisions.isEmpty()) {
            lines.add("no decision yet");
            return lines;
        }
        Table table = new Table("NO", "ITER", "BY", "SCORE", "COST", "DECISION");
        for (Decision decision : decisions) {
            table.row(
                    Integer.toString(decision.getNumber()),
                    Integer.toString(decision.getIteration()),
                    decision.getDecidedBy(),
                    Lines.score(decision),
                    decision.hasCostUsd() ? "$" + decision.getCostUsd() : Amounts.UNKNOWN,
                    text(decision));
        }
        lines.add("");
        lines.addAll(table.lines(width, style));
        return lines;
    }

    private static String text(Decision decision) {
        String reasons = String.join("; ", decision.getReasonsList());
        return Words.of(decision.getType()) + (reasons.isEmpty() ? "" : ": " + reasons);
    }
}
