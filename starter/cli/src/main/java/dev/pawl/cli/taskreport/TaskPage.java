package dev.pawl.cli.taskreport;

import dev.pawl.api.client.Words;
import dev.pawl.api.v1.Decision;
import dev.pawl.api.v1.Iteration;
import dev.pawl.api.v1.Task;
import dev.pawl.api.v1.WorkspaceSpec;
import dev.pawl.cli.page.Html;
import dev.pawl.cli.page.Page;
import dev.pawl.cli.page.Span;
import dev.pawl.cli.report.Amounts;
import dev.pawl.cli.report.Answers;
import dev.pawl.cli.report.Costs;
import dev.pawl.cli.report.Lines;
import dev.pawl.cli.text.Durations;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The report on a task as one HTML page that loads nothing and runs no script. */
public final class TaskPage {
    private final Task task;
    private final List<Decision> decisions;
    private final Instant now;
    private final Page page;
    private final Html html;

    private TaskPage(Task task, List<Decision> decisions, Instant now) {
        this.task = task;
        this.decisions = decisions;
        this.now = now;
        this.page = new Page(task.getTitle(), TaskStyle.SHEET);
        this.html = page.html();
    }

    /**
     * @param decisions all of the task, oldest first
     * @param patch of its last result
     * @param now stands for the end of a task that has none yet
     */
    public static String of(Task task, List<Decision> decisions, String patch, Instant now) {
        TaskPage report = new TaskPage(task, decisions, now);
        report.head();
        report.question();
        report.cards();
        if (task.getIterationsCount() > 0) {
            new Timeline(task, decisions, now, report.page).write();
        }
        report.decisions();
        new EvidenceSection(task, report.page).write();
        new DiffSection(task.getId(), report.html).write(patch);
        new CostSection(task, report.page).write();
        return report.page.end();
    }

    private void head() {
        page.state(Words.of(task.getStatus()), task.getReason());
        String end = task.hasFinishedAt() ? Page.time(Amounts.instant(task.getFinishedAt())) : "now, it has not ended";
        html.element(
                "p",
                "facts",
                "%s · %s to %s".formatted(task.getId(), Page.time(Amounts.instant(task.getCreatedAt())), end));
        List<String> facts = new ArrayList<>();
        facts.add(task.getAgent() + (task.hasModel() ? ", " + task.getModel() : ""));
        facts.add(task.getWorkspace().hasSource() ? task.getWorkspace().getSource() : "empty workspace");
        facts.add(sandbox(task.getWorkspace()));
        facts.addAll(task.getLabelsList());
        html.element("p", "facts", String.join(" · ", facts));
        html.element("p", "facts", task.getDelivery().getDetail());
        page.list(task.getNotesList());
    }

    private static String sandbox(WorkspaceSpec workspace) {
        return switch (workspace.getSandbox()) {
            case SANDBOX_KIND_BUBBLEWRAP -> "sandbox with network: " + Words.of(workspace.getNetwork());
            case SANDBOX_KIND_AUTO -> "sandbox: auto";
            case SANDBOX_KIND_NONE, SANDBOX_KIND_UNSPECIFIED, UNRECOGNIZED ->
                "no sandbox: the agent had all rights of its user";
        };
    }

    private void question() {
        if (!task.hasQuestion()) {
            return;
        }
        html.raw("<section class=\"asks\" aria-label=\"A person is needed\">\n");
        html.element("b", "question", task.getQuestion().getQuestion());
        page.list(task.getQuestion().getReasonsList());
        for (String command : Answers.ofTask(task.getId(), task.getQuestion())) {
            String[] parts = command.split(" {4}", 2);
            html.fill("<p><code>%s</code> %s</p>\n", parts[0], parts.length > 1 ? parts[1] : "");
        }
        html.raw("</section>\n");
    }

    private void cards() {
        Iteration last = task.getIterationsCount() == 0
                ? Iteration.getDefaultInstance()
                : task.getIterations(task.getIterationsCount() - 1);
        Instant end = task.hasFinishedAt() ? Amounts.instant(task.getFinishedAt()) : now;
        Span span = new Span(Amounts.instant(task.getCreatedAt()), end);
        html.raw("<section class=\"cards\" aria-label=\"Figures\">\n");
        page.card(Lines.checks(last), "checks green", "in the last iteration");
        page.card(score(last), "score", "of the last iteration, 0 to 1");
        page.card(
                Integer.toString(task.getIterationsCount()),
                "iterations",
                task.getTotals().getSessions() + " sessions, agents ran "
                        + Amounts.millis(task.getTotals().getDurationMs()));
        page.card(Durations.brief(span.length()), "time", "from the task's creation to its end");
        page.card(
                task.getTotals().getSessions() == 0 ? Amounts.UNKNOWN : Costs.ofSessions(task.getTotals()),
                "cost",
                Amounts.tokens(Amounts.tokens(task.getTotals().getUsage())) + " tokens");
        page.card(
                task.hasDiff()
                        ? "+%d -%d"
                                .formatted(
                                        task.getDiff().getAdded(),
                                        task.getDiff().getRemoved())
                        : "none",
                "lines",
                task.getDiff().getFiles() == 1 ? "1 file" : task.getDiff().getFiles() + " files");
        html.raw("</section>\n");
    }

    /** The judge's, else the share of the evidence that is green. */
    private String score(Iteration last) {
        if (last.hasScore()) {
            return Lines.score(last);
        }
        return decisions.stream()
                .filter(Decision::hasScore)
                .reduce((first, next) -> next)
                .map(Lines::score)
                .orElse(Amounts.UNKNOWN);
    }

    private void decisions() {
        html.raw("<section>\n<h2>Decisions</h2>\n");
        if (decisions.isEmpty()) {
            html.raw("<p>no decision yet</p>\n");
        }
        for (Decision decision : decisions) {
            html.fill("<div class=\"decision %1$s\"><b>%1$s</b>\n", Words.of(decision.getType()));
            html.element("span", "facts", facts(decision));
            page.list(decision.getReasonsList());
            html.raw("</div>\n");
        }
        html.raw("</section>\n");
    }

    private static String facts(Decision decision) {
        List<String> facts = new ArrayList<>();
        facts.add("iteration " + decision.getIteration());
        facts.add("by " + decision.getDecidedBy());
        if (decision.hasScore()) {
            facts.add("score " + Lines.score(decision));
        }
        if (decision.hasCostUsd()) {
            facts.add("$" + decision.getCostUsd() + " so far");
        }
        facts.add(Page.time(Amounts.instant(decision.getCreatedAt())));
        return String.join(" · ", facts);
    }
}
