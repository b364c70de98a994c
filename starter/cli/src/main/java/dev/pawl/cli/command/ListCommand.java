package dev.pawl.cli.command;

import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.ListTasksRequest;
import dev.pawl.api.v1.ListTasksResponse;
import dev.pawl.api.v1.Task;
import dev.pawl.api.v1.TaskStatus;
import dev.pawl.cli.command.option.OutputOption;
import dev.pawl.cli.command.option.Paging;
import dev.pawl.cli.command.option.StatusWord;
import dev.pawl.cli.connection.ConnectionOptions;
import dev.pawl.cli.document.TaskDocument;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.report.TaskTable;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "list",
        description = "List tasks, newest first.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  pawl list",
            "  pawl list --status waiting      what needs a person",
            "  pawl list --label nightly --limit 500 -o jsonl"
        })
public final class ListCommand implements Callable<Integer> {
    private final Context context;

    @Option(names = "--status", paramLabel = "STATUS", description = "Only tasks in this status, such as running.")
    private @Nullable String status;

    @Option(names = "--label", paramLabel = "WORD", description = "Only tasks with this label.")
    private String label = "";

    @Option(names = "--text", paramLabel = "TEXT", description = "Only tasks with this text in their id or title.")
    private String text = "";

    @Option(
            names = {"-n", "--limit"},
            paramLabel = "N",
            defaultValue = "50",
            description = "Most tasks to list. Default: 50.")
    private int limit;

    @Mixin
    private OutputOption output;

    @Mixin
    private ConnectionOptions connection;

    ListCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        Paging paging = new Paging(limit);
        ListTasksRequest.Builder request =
                ListTasksRequest.newBuilder().setLabel(label).setText(text);
        if (status != null) {
            request.setStatus(StatusWord.of(TaskStatus.class, status));
        }
        try (PawlClient client = connection.open()) {
            List<Task> tasks = tasks(client, request, paging);
            output.printAll(
                    () -> TaskTable.lines(
                            tasks,
                            Instant.now(),
                            context.terminal().width(),
                            context.terminal().outStyle()),
                    () -> tasks.stream().map(TaskDocument::summary).toList());
        }
        return 0;
    }

    private static List<Task> tasks(PawlClient client, ListTasksRequest.Builder request, Paging paging) {
        return paging.all((size, token) -> {
            ListTasksResponse page = client.tasks()
                    .listTasks(request.setPageSize(size).setPageToken(token).build());
            return new Paging.Page<>(page.getTasksList(), page.getNextPageToken());
        });
    }
}
