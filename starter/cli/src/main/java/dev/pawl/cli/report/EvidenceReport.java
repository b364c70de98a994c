package dev.pawl.cli.report;

import dev.pawl.api.v1.Check;
import dev.pawl.api.v1.CheckFile;
import dev.pawl.api.v1.Control;
import dev.pawl.api.v1.Finding;
import dev.pawl.api.v1.Iteration;
import dev.pawl.api.v1.Proof;
import dev.pawl.api.v1.Task;
import dev.pawl.cli.terminal.Printable;
import dev.pawl.cli.terminal.Style;
import dev.pawl.cli.text.Wrapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Why the newest assessed result of a task may be trusted, or not, as text. */
public final class EvidenceReport {
    private static final int MOST_FILES = 20;
    private static final int NAME = 11;

    private final Task task;
    private final Iteration iteration;
    private final int width;
    private final Style style;
    private final List<String> lines = new ArrayList<>();

    private EvidenceReport(Task task, Iteration iteration, int width, Style style) {
        this.task = task;
        this.iteration = iteration;
        this.width = width;
        this.style = style;
    }

    public static List<String> lines(Task task, int width, Style style) {
        Optional<Iteration> newest =
                task.getIterationsList().stream().filter(Iteration::hasProof).reduce((first, next) -> next);
        EvidenceReport report = new EvidenceReport(task, newest.orElseGet(Iteration::getDefaultInstance), width, style);
        report.lines.add(style.strong(task.getTitle()) + ": " + Lines.status(task.getStatus(), style));
        if (newest.isEmpty()) {
            report.lines.add("nothing was assessed yet");
            return report.lines;
        }
        report.states();
        report.checks();
        report.causes();
        report.findings();
        report.files();
        return report.lines;
    }

    private void states() {
        Proof proof = iteration.getProof();
        field("base", task.getBaseSnapshot() + ", before any agent worked");
        field(
                "result",
                "%s of iteration %d, tree %s, %s changed, +%d -%d lines"
                        .formatted(
                                iteration.getSnapshot(),
                                iteration.getNumber(),
                                Lines.shortId(proof.getTree()),
                                Lines.files(iteration.getDiff().getFiles()),
                                iteration.getDiff().getAdded(),
                                iteration.getDiff().getRemoved()));
        field("decided", Lines.decision(iteration));
    }

    private void checks() {
        if (iteration.getChecksCount() == 0) {
            field("checks", style.attention("none"));
            return;
        }
        Table table = new Table("CHECK", "IN THE BASE", "ON A CLEAN CHECKOUT", "WITHOUT THE WORK", "IN THE WORKSPACE");
        for (Check check : iteration.getChecksList()) {
            CheckStory story = CheckStory.of(task, iteration, check);
            table.row(check.getName(), story.inBase(), story.clean(), story.withoutTheWork(), Lines.check(check));
        }
        lines.add("");
        lines.addAll(table.lines(width, style));
        lines.add("");
    }

    private void causes() {
        for (Control control : iteration.getProof().getControlsList()) {
            String name = switch (control.getState()) {
                case "confirmed" -> "because";
                case "refuted" -> "refuted";
                default -> "unproven";
            };
            String label = switch (control.getState()) {
                case "confirmed" -> style.good(name);
                case "refuted" -> style.bad(name);
                default -> style.attention(name);
            };
            field(label, name.length(), control.getLine());
            if (control.getEmptiedCount() > 0) {
                field("emptied", String.join(", ", control.getEmptiedList()));
            }
        }
    }

    private void findings() {
        for (Finding finding : iteration.getFindingsList()) {
            String name = finding.getBlocking() ? "against" : "noted";
            field(finding.getBlocking() ? style.bad(name) : name, name.length(), Lines.finding(finding));
        }
        iteration.getProof().getUnknownList().forEach(unknown -> field("not known", unknown));
    }

    private void files() {
        List<CheckFile> files = iteration.getProof().getCheckFilesList();
        if (files.isEmpty()) {
            field("files", "no file of the base is known to belong to the checks");
            return;
        }
        Table table = new Table("FILE OF THE CHECKS", "AS IN THE BASE", "WHY");
        files.stream()
                .limit(MOST_FILES)
                .forEach(file ->
                        table.row(file.getPath(), file.getKeptAsInBase() ? "yes" : "may change", file.getWhy()));
        lines.add("");
        lines.addAll(table.lines(width, style));
        if (files.size() > MOST_FILES) {
            lines.add("and %d more: pawl status %s --evidence -o json"
                    .formatted(files.size() - MOST_FILES, task.getId()));
        }
    }

    private void field(String name, String value) {
        field(name, name.length(), value);
    }

    /** @param length of the name without colours */
    private void field(String name, int length, String value) {
        String label = name + " ".repeat(Math.max(1, NAME - length));
        for (String part : Wrapping.of(Printable.line(value), Math.max(NAME * 4, width - NAME))) {
            lines.add((label + part).stripTrailing());
            label = " ".repeat(NAME);
        }
    }
}
