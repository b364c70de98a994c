package dev.pawl.cli.taskreport;

import dev.pawl.api.v1.Check;
import dev.pawl.api.v1.CheckFile;
import dev.pawl.api.v1.Control;
import dev.pawl.api.v1.Finding;
import dev.pawl.api.v1.Iteration;
import dev.pawl.api.v1.Task;
import dev.pawl.cli.page.Html;
import dev.pawl.cli.page.Page;
import dev.pawl.cli.report.CheckStory;
import dev.pawl.cli.report.Lines;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Why the newest assessed result may be trusted, or not. */
final class EvidenceSection {
    private final Task task;
    private final Page page;
    private final Html html;

    EvidenceSection(Task task, Page page) {
        this.task = task;
        this.page = page;
        this.html = page.html();
    }

    void write() {
        html.raw("<section>\n<h2>Evidence</h2>\n");
        Optional<Iteration> newest =
                task.getIterationsList().stream().filter(Iteration::hasProof).reduce((first, next) -> next);
        newest.ifPresentOrElse(this::iteration, () -> html.raw("<p>nothing was assessed yet</p>\n"));
        html.raw("</section>\n");
    }

    private void iteration(Iteration iteration) {
        html.fill(
                "<p>%s: iteration %s, %s</p>\n",
                iteration.getProof().getVerified()
                        ? "verified on a clean checkout"
                        : "not verified on a clean checkout",
                iteration.getNumber(),
                iteration.getSnapshot());
        page.list(iteration.getProof().getControlsList().stream()
                .map(Control::getLine)
                .toList());
        checks(iteration);
        iteration.getChecksList().forEach(this::output);
        page.list(notes(iteration));
        files(iteration.getProof().getCheckFilesList());
    }

    private void checks(Iteration iteration) {
        if (iteration.getChecksCount() == 0) {
            html.raw("<p class=\"red\">no checks</p>\n");
            return;
        }
        html.raw("<div class=\"wide\"><table>\n<tr><th>Check</th><th>Result</th><th>In the base</th>"
                + "<th>On a clean checkout</th><th>Without the work</th></tr>\n");
        for (Check check : iteration.getChecksList()) {
            CheckStory story = CheckStory.of(task, iteration, check);
            html.raw("<tr>");
            html.element("td", "check", check.getName());
            html.element("td", check.getSatisfied() ? "green" : "red", Lines.check(check));
            html.fill(
                    "<td>%s</td><td>%s</td><td>%s</td></tr>\n", story.inBase(), story.clean(), story.withoutTheWork());
        }
        html.raw("</table></div>\n");
    }

    /** Of a red check, as far as it helps. */
    private void output(Check check) {
        if (!check.getSatisfied() && !check.getExcerpt().isBlank()) {
            html.fill("<details open=\"open\"><summary>output of <bdi>%s</bdi></summary><pre>", check.getName())
                    .lines(check.getExcerpt())
                    .raw("</pre></details>\n");
        }
    }

    private static List<String> notes(Iteration iteration) {
        List<String> notes = new ArrayList<>();
        for (Finding finding : iteration.getFindingsList()) {
            notes.add((finding.getBlocking() ? "against: " : "noted: ") + Lines.finding(finding));
        }
        iteration.getFilesList().forEach(file -> notes.add(Lines.file(file)));
        iteration.getProof().getUnknownList().forEach(unknown -> notes.add("not known: " + unknown));
        return notes;
    }

    private void files(List<CheckFile> files) {
        if (files.isEmpty()) {
            return;
        }
        html.fill(
                        "<details><summary>Files that belong to the checks: %s</summary><div class=\"wide\"><table>\n",
                        files.size())
                .raw("<tr><th>File</th><th>As in the base</th><th>Why</th></tr>\n");
        for (CheckFile file : files) {
            html.fill(
                    "<tr><td><bdi>%s</bdi></td><td>%s</td><td><bdi>%s</bdi></td></tr>\n",
                    file.getPath(), file.getKeptAsInBase() ? "yes" : "may change", file.getWhy());
        }
        html.raw("</table></div></details>\n");
    }
}
