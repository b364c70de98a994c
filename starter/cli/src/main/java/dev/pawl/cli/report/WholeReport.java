package dev.pawl.cli.report;

import dev.pawl.api.v1.Decision;
import dev.pawl.api.v1.Task;
import dev.pawl.cli.terminal.Style;
import java.util.ArrayList;
import java.util.List;

/** Everything about a task, except the change itself. */
public final class WholeReport {
    private WholeReport() {}

    public static List<String> lines(Task task, List<Decision> decisions, int width, Style style) {
        List<String> lines = new ArrayList<>(TaskReport.lines(task, width, style));
        section(lines, style.strong("Decisions"), DecisionReport.lines(task, decisions, width, style));
        section(lines, style.strong("Evidence"), EvidenceReport.lines(task, width, style));
        lines.add("");
        lines.add(style.strong("Cost"));
        lines.addAll(CostReport.lines(task, width, style));
        return lines;
    }

    /** Without the first line of the part, which names the task again. */
    private static void section(List<String> lines, String title, List<String> part) {
        lines.add("");
        lines.add(title);
        part.stream().skip(1).forEach(lines::add);
    }
}
