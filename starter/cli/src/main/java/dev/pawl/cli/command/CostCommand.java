package dev.pawl.cli.command;

import com.google.gson.JsonObject;
import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.GetAccountUseRequest;
import dev.pawl.api.v1.GetAccountUseResponse;
import dev.pawl.api.v1.Task;
import dev.pawl.cli.command.option.OutputOption;
import dev.pawl.cli.connection.ConnectionOptions;
import dev.pawl.cli.connection.TaskLookup;
import dev.pawl.cli.document.AccountDocument;
import dev.pawl.cli.document.Json;
import dev.pawl.cli.document.TaskDocument;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.report.AccountReport;
import dev.pawl.cli.report.CostReport;
import dev.pawl.cli.report.Costs;
import dev.pawl.cli.terminal.Style;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "cost",
        description = {
            "Show what a task spent, per session and in total, however the sessions ended.",
            "~ is estimated from tokens and list prices, if the agent reports no cost;",
            "≥ is a lower bound, because the cost of some sessions is unknown.",
            "Without a task: what each account with a budget spent today,",
            "and what running sessions have reserved of it."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  pawl cost calc-1f3a", "  pawl cost calc-1f3a -o json | jq .totals.usage.cost_usd", "  pawl cost"})
public final class CostCommand implements Callable<Integer> {
    private final Context context;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "TASK",
            description =
                    "The task's id, a unique prefix of it, or 'last' for the newest task. Default: accounts, today.")
    private @Nullable String task;

    @Mixin
    private OutputOption output;

    @Mixin
    private ConnectionOptions connection;

    CostCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        int width = context.terminal().width();
        Style style = context.terminal().outStyle();
        try (PawlClient client = connection.open()) {
            if (task == null) {
                GetAccountUseResponse today =
                        client.accounts().getAccountUse(GetAccountUseRequest.getDefaultInstance());
                output.print(() -> AccountReport.lines(today, width, style), () -> AccountDocument.of(today));
            } else {
                Task found = new TaskLookup(client).find(task);
                output.print(() -> CostReport.lines(found, width, style), () -> document(found));
            }
        }
        return 0;
    }

    private static JsonObject document(Task found) {
        JsonObject json = new JsonObject();
        json.addProperty("id", found.getId());
        json.add("sessions", TaskDocument.sessions(found));
        json.add("totals", TaskDocument.totals(found.getTotals()));
        json.add("warnings", Json.texts(Costs.warnings(found)));
        return json;
    }
}
