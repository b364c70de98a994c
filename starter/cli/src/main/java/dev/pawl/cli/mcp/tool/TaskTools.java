package dev.pawl.cli.mcp.tool;

import dev.pawl.api.client.PawlClient;
import dev.pawl.api.client.Words;
import dev.pawl.api.v1.ListTasksRequest;
import dev.pawl.api.v1.ListTasksResponse;
import dev.pawl.api.v1.Plan;
import dev.pawl.api.v1.Task;
import dev.pawl.api.v1.TaskStatus;
import dev.pawl.cli.command.option.Paging;
import dev.pawl.cli.command.option.StatusWord;
import dev.pawl.cli.connection.PlanLookup;
import dev.pawl.cli.connection.TaskLookup;
import dev.pawl.cli.report.CostReport;
import dev.pawl.cli.report.DecisionReport;
import dev.pawl.cli.report.EvidenceReport;
import dev.pawl.cli.report.PlanStatusReport;
import dev.pawl.cli.report.TaskReport;
import dev.pawl.cli.report.TaskTable;
import dev.pawl.cli.report.WholeReport;
import dev.pawl.cli.result.Patch;
import dev.pawl.cli.result.TaskDecisions;
import dev.pawl.cli.terminal.Style;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** Tools that show tasks and plans. */
final class TaskTools {
    /** Columns of a text; nothing is cut, only wrapped. */
    static final int WIDTH = 160;

    static final String TASK = "task";
    static final String PART = "part";
    static final String REPORT = "report";
    private static final int LONGEST_TEXT = 200;

    private TaskTools() {}

    static Tool status() {
        return Tool.reading(
                "status",
                "Shows a task: its status, iterations with evidence and decisions, open question, cost and result.",
                List.of(
                        Parameter.task(),
                        Parameter.optional(
                                PART,
                                new Kind.Choice(List.of("summary", "decisions", "evidence", "cost", REPORT)),
                                "What to show; report is all of it. Default: summary.")),
                (client, arguments, out) -> {
                    Task task = new TaskLookup(client).find(arguments.required(TASK));
                    out.lines(lines(client, task, arguments.text(PART).orElse("summary")));
                });
    }

    private static List<String> lines(PawlClient client, Task task, String part) {
        return switch (part) {
            case "decisions" -> DecisionReport.lines(task, TaskDecisions.of(client, task), WIDTH, Style.PLAIN);
            case "evidence" -> EvidenceReport.lines(task, WIDTH, Style.PLAIN);
            case "cost" -> CostReport.lines(task, WIDTH, Style.PLAIN);
            case REPORT -> WholeReport.lines(task, TaskDecisions.of(client, task), WIDTH, Style.PLAIN);
            default -> TaskReport.lines(task, WIDTH, Style.PLAIN);
        };
    }

    static Tool list() {
        return Tool.reading(
                "list",
                "Lists tasks, newest first.",
                List.of(
                        Parameter.optional(
                                "status", new Kind.Choice(Words.all(TaskStatus.class)), "Only tasks in this status."),
                        Parameter.optional("label", new Kind.Text(LONGEST_TEXT), "Only tasks with this label."),
                        Parameter.optional(
                                "text", new Kind.Text(LONGEST_TEXT), "Only tasks with this text in their id or title."),
                        Parameter.optional("limit", new Kind.Whole(1, 500), "Most tasks to list. Default: 50.")),
                (client, arguments, out) ->
                        out.lines(TaskTable.lines(tasks(client, arguments), Instant.now(), WIDTH, Style.PLAIN)));
    }

    private static List<Task> tasks(PawlClient client, Arguments arguments) {
        ListTasksRequest.Builder request = ListTasksRequest.newBuilder()
                .setLabel(arguments.text("label").orElse(""))
                .setText(arguments.text("text").orElse(""));
        arguments.text("status").ifPresent(word -> request.setStatus(StatusWord.of(TaskStatus.class, word)));
        return new Paging(arguments.number("limit").orElse(50L).intValue()).all((size, token) -> {
            ListTasksResponse page = client.tasks()
                    .listTasks(request.setPageSize(size).setPageToken(token).build());
            return new Paging.Page<>(page.getTasksList(), page.getNextPageToken());
        });
    }

    static Tool diff() {
        return Tool.reading(
                "diff",
                "Shows the change that a task made, as a patch for git apply.",
                List.of(
                        Parameter.task(),
                        Parameter.optional(
                                "iteration",
                                new Kind.Whole(1, Integer.MAX_VALUE),
                                "The result of this iteration. Default: the last result.")),
                TaskTools::diff);
    }

    private static void diff(PawlClient client, Arguments arguments, Excerpt out) throws IOException {
        Task task = new TaskLookup(client).find(arguments.required(TASK));
        Integer iteration = arguments.number("iteration").map(Long::intValue).orElse(null);
        if (Patch.write(client, task.getId(), iteration, out) == 0) {
            out.line("no change");
        }
    }

    static Tool planStatus() {
        return Tool.reading(
                "plan_status",
                "Shows a plan: each package, its attempts, and why it is where it is.",
                List.of(Parameter.plan()),
                (client, arguments, out) -> {
                    Plan plan = new PlanLookup(client).find(arguments.required("plan"));
                    out.lines(PlanStatusReport.lines(plan, WIDTH, Style.PLAIN));
                });
    }
}
