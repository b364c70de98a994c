package dev.pawl.cli.command;

import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.Task;
import dev.pawl.cli.Context;
import dev.pawl.cli.connection.ConnectionOptions;
import dev.pawl.cli.connection.TaskLookup;
import dev.pawl.cli.report.TaskReport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "status",
        description = "Show where a task stands: its iterations, what they showed, what was decided and why.",
        footerHeading = "%nExamples:%n",
        footer = {"  pawl status calc-1f3a", "  pawl status calc-1f3a -o json | jq .iterations[-1].decision"})
public final class StatusCommand implements Callable<Integer> {
    private final Context context;

    @Mixin
    private TaskParameter task;

    @Mixin
    private OutputOption output;

    @Mixin
    private ConnectionOptions connection;

    StatusCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        try (PawlClient client = connection.open()) {
            Task found = new TaskLookup(client).find(task.id());
            output.print(
                    () -> TaskReport.lines(
                            found,
                            context.terminal().width(),
                            context.terminal().outStyle()),
                    () -> TaskDocuments.of(client, found));
        }
        return 0;
    }
}
