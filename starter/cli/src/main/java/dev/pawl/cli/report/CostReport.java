package dev.pawl.cli.report;

import dev.pawl.api.client.Words;
import dev.pawl.api.v1.Session;
import dev.pawl.api.v1.Task;
import dev.pawl.api.v1.Usage;
import dev.pawl.cli.terminal.Style;
import java.util.ArrayList;
import java.util.List;

/** Usage of a task, per session and in total. */
public final class CostReport {
    private CostReport() {}

    public static List<String> lines(Task task, int width, Style style) {
        Table table = new Table(
                "ITER", "SESSION", "STATUS", "TIME", "TURNS", "IN", "OUT", "CACHE READ", "CACHE WRITE", "COST");
        for (Session session : task.getSessionsList()) {
            row(
                    table,
                    Integer.toString(session.getIteration()),
                    Lines.shortId(session.getId()),
                    Words.of(session.getStatus()),
                    Lines.duration(session),
                    session.getUsage(),
                    Costs.of(session));
        }
        row(
                table,
                "total",
                Long.toString(task.getTotals().getSessions()),
                "",
                Amounts.millis(task.getTotals().getDurationMs()),
                task.getTotals().getUsage(),
                Costs.ofSessions(task.getTotals()));
        if (task.getTotals().getJudgeCalls() > 0) {
            row(
                    table,
                    "judges",
                    Long.toString(task.getTotals().getJudgeCalls()),
                    "",
                    "",
                    task.getTotals().getJudgeUsage(),
                    Costs.ofJudges(task.getTotals()));
        }
        List<String> lines = new ArrayList<>(table.lines(width, style));
        Costs.warnings(task).forEach(warning -> lines.add(style.attention("warning: ") + warning));
        return lines;
    }

    private static void row(
            Table table, String iteration, String session, String status, String time, Usage usage, String cost) {
        table.row(
                iteration,
                session,
                status,
                time,
                Long.toString(usage.getTurns()),
                Long.toString(usage.getInputTokens()),
                Long.toString(usage.getOutputTokens()),
                Long.toString(usage.getCacheReadTokens()),
                Long.toString(usage.getCacheWriteTokens()),
                cost);
    }
}
