package dev.pawl.cli.report;

import dev.pawl.api.client.Words;
import dev.pawl.api.v1.Task;
import dev.pawl.cli.terminal.Style;
import java.time.Instant;
import java.util.List;

/** Tasks as a table. */
public final class TaskTable {
    private TaskTable() {}

    public static List<String> lines(List<Task> tasks, Instant now, int width, Style style) {
        if (tasks.isEmpty()) {
            return List.of("no tasks; start one: pawl run task.md");
        }
        Table table = new Table("TASK", "STATUS", "ITER", "AGENT", "AGE", "TITLE");
        tasks.forEach(task -> table.row(
                task.getId(),
                Words.of(task.getStatus()),
                Integer.toString(task.getIteration()),
                task.getAgent(),
                Amounts.ago(task.getCreatedAt(), now),
                task.getTitle()));
        return table.lines(width, style);
    }
}
