package dev.pawl.cli.taskreport;

import dev.pawl.api.client.Words;
import dev.pawl.api.v1.Session;
import dev.pawl.api.v1.Task;
import dev.pawl.api.v1.Totals;
import dev.pawl.cli.page.Html;
import dev.pawl.cli.page.Page;
import dev.pawl.cli.report.Amounts;
import dev.pawl.cli.report.Costs;
import dev.pawl.cli.report.Lines;

/** Sessions with what each took and cost. */
final class CostSection {
    private final Task task;
    private final Page page;
    private final Html html;

    CostSection(Task task, Page page) {
        this.task = task;
        this.page = page;
        this.html = page.html();
    }

    void write() {
        Totals totals = task.getTotals();
        html.raw("<section>\n<h2>Sessions and cost</h2>\n<div class=\"wide\"><table>\n"
                + "<tr><th>Iteration</th><th>Session</th><th>Agent</th><th>Ended</th><th>Time</th><th>Tokens</th>"
                + "<th>Cost</th></tr>\n");
        task.getSessionsList().forEach(this::row);
        html.fill(
                "<tr><th>total</th><td></td><td></td><td></td><td>%s</td><td>%s</td><td>%s</td></tr>\n",
                Amounts.millis(totals.getDurationMs()),
                Amounts.tokens(Amounts.tokens(totals.getUsage())),
                totals.getSessions() == 0 ? Amounts.UNKNOWN : Costs.ofSessions(totals));
        if (totals.getJudgeCalls() > 0) {
            html.fill(
                    "<tr><th>judges</th><td></td><td>calls: %s</td><td></td><td></td><td>%s</td><td>%s</td></tr>\n",
                    totals.getJudgeCalls(),
                    Amounts.tokens(Amounts.tokens(totals.getJudgeUsage())),
                    Costs.ofJudges(totals));
        }
        html.raw("</table></div>\n");
        page.list(Costs.warnings(task));
        html.raw("</section>\n");
    }

    private void row(Session session) {
        String agent = session.getAgent() + (session.hasModel() ? ", " + session.getModel() : "");
        String reason = session.getReason().isBlank() ? "" : ": " + session.getReason();
        html.fill(
                "<tr><td>%s</td><td>%s</td><td><bdi>%s</bdi></td><td><bdi>%s</bdi></td><td>%s</td><td>%s</td><td>%s</td></tr>\n",
                session.getIteration(),
                Lines.shortId(session.getId()),
                agent,
                Words.of(session.getStatus()) + reason,
                Lines.duration(session),
                Amounts.tokens(Amounts.tokens(session.getUsage())),
                Costs.of(session));
    }
}
