package dev.pawl.cli.log;

import dev.pawl.api.client.Words;
import dev.pawl.api.v1.Action;
import dev.pawl.api.v1.Session;
import dev.pawl.api.v1.Task;
import dev.pawl.cli.report.ActionLines;
import dev.pawl.cli.terminal.Style;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Actions as lines, by session. A repeated action gets another line only if it failed. */
public final class ActionReport {
    private final Task task;
    private final ActionSelection selection;
    private final ZoneId zone;
    private final Style style;
    private final Set<String> seen = new HashSet<>();
    private final Map<String, Integer> newest = new HashMap<>();
    private String current = "";

    public ActionReport(Task task, ActionSelection selection, ZoneId zone, Style style) {
        this.task = task;
        this.selection = selection;
        this.zone = zone;
        this.style = style;
    }

    /** Lines for an action that is new or has changed. */
    public List<String> lines(Action action) {
        boolean again = !seen.add(action.getSessionId() + action.getNumber());
        List<String> lines = new ArrayList<>();
        if (again && !ActionLines.wentWrong(action)) {
            return lines;
        }
        if (!action.getSessionId().equals(current)) {
            current = action.getSessionId();
            lines.add(style.strong(heading(task, current)
                    .orElse("== iteration %d, session %s".formatted(action.getIteration(), current))));
        }
        int before = newest.getOrDefault(current, 0);
        int gap = action.getNumber() - before - 1;
        if (gap > 0 && selection.everyKind()) {
            lines.add(style.faint("(%d more: pawl logs %s --transcript)".formatted(gap, task.getId())));
        }
        newest.put(current, Math.max(before, action.getNumber()));
        lines.add(ActionLines.line(action, zone, style));
        return lines;
    }

    /** Empty for a session that began after the task was read. */
    static Optional<String> heading(Task task, String sessionId) {
        return task.getSessionsList().stream()
                .filter(session -> session.getId().equals(sessionId))
                .map(ActionReport::heading)
                .findFirst();
    }

    private static String heading(Session session) {
        return "== iteration %d, attempt %d, session %s, %s"
                .formatted(
                        session.getIteration(), session.getAttempt(), session.getId(), Words.of(session.getStatus()));
    }
}
