package dev.pawl.cli.command;

import com.google.gson.JsonObject;
import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.Task;
import dev.pawl.cli.Context;
import dev.pawl.cli.connection.ConnectionOptions;
import dev.pawl.cli.connection.TaskLookup;
import dev.pawl.cli.document.TaskDocument;
import dev.pawl.cli.report.CostReport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "cost",
        description = {
            "Show what a task spent, per session and in total, whatever became of the sessions.",
            "A dash is a cost that the agent did not report."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  pawl cost calc-1f3a", "  pawl cost calc-1f3a -o json | jq .totals.usage.cost_usd"})
public final class CostCommand implements Callable<Integer> {
    private final Context context;

    @Mixin
    private TaskParameter task;

    @Mixin
    private OutputOption output;

    @Mixin
    private ConnectionOptions connection;

    CostCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        try (PawlClient client = connection.open()) {
            Task found = new TaskLookup(client).find(task.id());
            output.print(
                    () -> CostReport.lines(
                            found,
                            context.terminal().width(),
                            context.terminal().outStyle()),
                    () -> document(found));
        }
        return 0;
    }

    private static JsonObject document(Task task) {
        JsonObject json = new JsonObject();
        json.addProperty("id", task.getId());
        json.add("sessions", TaskDocument.sessions(task));
        json.add("totals", TaskDocument.totals(task.getTotals()));
        return json;
    }
}
