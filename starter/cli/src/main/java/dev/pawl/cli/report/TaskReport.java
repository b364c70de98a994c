package dev.pawl.cli.report;

import dev.pawl.api.client.Words;
import dev.pawl.api.v1.DiffSummary;
import dev.pawl.api.v1.Iteration;
import dev.pawl.api.v1.Session;
import dev.pawl.api.v1.Task;
import dev.pawl.api.v1.TaskStatus;
import dev.pawl.api.v1.Totals;
import dev.pawl.api.v1.Usage;
import dev.pawl.api.v1.WorkspaceMode;
import dev.pawl.cli.terminal.Style;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A task as text: status, iterations, result and next steps. */
public final class TaskReport {
    private final Task task;
    private final int width;
    private final Style style;
    private final List<String> lines = new ArrayList<>();

    private TaskReport(Task task, int width, Style style) {
        this.task = task;
        this.width = width;
        this.style = style;
    }

    public static List<String> lines(Task task, int width, Style style) {
        TaskReport report = new TaskReport(task, width, style);
        report.head();
        report.question();
        report.iterations();
        report.totals();
        report.result();
        return report.lines;
    }

    private void head() {
        lines.add(style.strong(task.getTitle()) + ": " + Lines.status(task.getStatus(), style));
        field("task", task.getId());
        field("reason", task.getReason());
        delivery();
        if (!Lines.ended(task.getStatus())) {
            field("now", now());
        }
        stall();
        field("agent", task.getAgent() + (task.hasModel() ? ", " + task.getModel() : ""));
        field("workspace", workspace());
        task.getNotesList().forEach(note -> field("note", note));
        field("web ui", task.getLinks().getWebUi());
    }

    private void delivery() {
        switch (task.getDelivery().getState()) {
            case DELIVERY_STATE_DELIVERED ->
                field("delivered", task.getDelivery().getDetail());
            case DELIVERY_STATE_FAILED ->
                field(
                        style.attention("delivery"),
                        "failed: " + task.getDelivery().getDetail());
            case DELIVERY_STATE_UNSPECIFIED, DELIVERY_STATE_NONE, UNRECOGNIZED -> {}
        }
    }

    private void stall() {
        if (task.hasStall()) {
            lines.add(style.attention("stalled") + "    " + Lines.stall(task.getStall(), Instant.now()));
            field("next step", task.getStall().getAdvice());
        }
    }

    private String now() {
        // The question is printed separately.
        String detail = task.getDetail().isEmpty() || task.hasQuestion() ? "" : ", " + task.getDetail();
        String iteration = task.getIteration() > 0 ? "iteration " + task.getIteration() + ", " : "";
        return iteration + task.getPhase() + detail;
    }

    private String workspace() {
        if (!task.getWorkspace().hasSource()) {
            return "empty";
        }
        boolean inPlace = task.getWorkspace().getMode() == WorkspaceMode.WORKSPACE_MODE_IN_PLACE;
        return task.getWorkspace().getSource() + (inPlace ? ", in place" : "");
    }

    private void question() {
        if (!task.hasQuestion()) {
            return;
        }
        lines.add("");
        lines.add(style.attention("it asks") + "    " + task.getQuestion().getQuestion());
        task.getQuestion().getReasonsList().forEach(reason -> field("because", reason));
        Answers.ofTask(task.getId(), task.getQuestion()).forEach(command -> field("type", command));
    }

    private void iterations() {
        if (task.getIterationsCount() == 0 && task.getSessionsCount() == 0) {
            return;
        }
        Table table = new Table("ITER", "SESSION", "TIME", "CHECKS", "SCORE", "COST", "DECISION");
        for (Iteration iteration : task.getIterationsList()) {
            List<Session> sessions = sessions(iteration);
            for (int i = 0; i < sessions.size(); i++) {
                row(table, iteration, sessions.get(i), i == sessions.size() - 1);
            }
            if (sessions.isEmpty()) {
                table.row(
                        number(iteration),
                        Amounts.UNKNOWN,
                        Amounts.UNKNOWN,
                        Lines.checks(iteration),
                        Lines.score(iteration),
                        Amounts.UNKNOWN,
                        Lines.decision(iteration));
            }
        }
        lines.add("");
        lines.addAll(table.lines(width, style));
        task.getIterationsList().forEach(this::meanwhile);
        newestProof();
    }

    private void newestProof() {
        Iteration newest = task.getIterationsCount() == 0
                ? Iteration.getDefaultInstance()
                : task.getIterations(task.getIterationsCount() - 1);
        newest.getProof().getControlsList().forEach(control -> field("proof", control.getLine()));
        if (newest.hasProof()) {
            field("more", "pawl status %s --evidence".formatted(task.getId()));
        }
    }

    private void meanwhile(Iteration iteration) {
        iteration.getFindingsList().stream()
                .filter(Lines::note)
                .forEach(finding -> field("note", "iteration " + number(iteration) + ": " + finding.getDetail()));
    }

    private List<Session> sessions(Iteration iteration) {
        return task.getSessionsList().stream()
                .filter(session -> session.getIteration() == iteration.getNumber())
                .sorted(Comparator.comparingInt(Session::getAttempt))
                .toList();
    }

    /** Only the newest attempt of an iteration was assessed; for the others only the ending is shown. */
    private static void row(Table table, Iteration iteration, Session session, boolean newest) {
        String ended = Words.of(session.getStatus()) + ": " + session.getReason();
        table.row(
                number(iteration),
                Lines.shortId(session.getId()),
                Lines.duration(session),
                newest ? Lines.checks(iteration) : Amounts.UNKNOWN,
                newest ? Lines.score(iteration) : Amounts.UNKNOWN,
                Costs.of(session),
                newest ? Lines.decision(iteration) : ended);
    }

    private static String number(Iteration iteration) {
        return Integer.toString(iteration.getNumber());
    }

    private void totals() {
        Totals totals = task.getTotals();
        if (totals.getSessions() == 0) {
            return;
        }
        Usage usage = totals.getUsage();
        String byStatus = new TreeMap<>(totals.getSessionsByStatusMap())
                .entrySet().stream().map(e -> e.getValue() + " " + e.getKey()).collect(Collectors.joining(", "));
        lines.add("");
        field(
                "spent",
                "%s (%s), %s, %s tokens, %s"
                        .formatted(
                                totals.getSessions() == 1 ? "1 session" : totals.getSessions() + " sessions",
                                byStatus,
                                Amounts.millis(totals.getDurationMs()),
                                Amounts.tokens(Amounts.tokens(usage)),
                                cost(totals)));
        Costs.warnings(task).forEach(warning -> field(style.attention("warning"), warning));
    }

    private static String cost(Totals totals) {
        return totals.getUsage().hasCostUsd() ? Costs.ofSessions(totals) : "cost unknown";
    }

    private void result() {
        boolean settled = Lines.ended(task.getStatus()) || task.getStatus() == TaskStatus.TASK_STATUS_WAITING;
        if (!task.hasDiff() || !settled) {
            return;
        }
        DiffSummary diff = task.getDiff();
        if (diff.getFiles() == 0) {
            field("result", "no change");
            return;
        }
        field(
                "result",
                "%s changed, +%d -%d lines"
                        .formatted(Lines.files(diff.getFiles()), diff.getAdded(), diff.getRemoved()));
        if (task.hasSnapshot()) {
            field("snapshot", task.getSnapshot());
        }
        field("see it", "pawl diff " + task.getId());
        if (task.getWorkspace().getMode() != WorkspaceMode.WORKSPACE_MODE_IN_PLACE) {
            field(
                    "apply it",
                    "pawl apply " + task.getId() + (task.getWorkspace().hasSource() ? "" : " --to DIRECTORY"));
        }
    }

    private void field(String name, String value) {
        if (!value.isBlank()) {
            lines.add(style.faint("%-11s".formatted(name)) + value);
        }
    }
}
