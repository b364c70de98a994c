package dev.pawl.cli.command;

import com.google.gson.JsonObject;
import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.Task;
import dev.pawl.cli.Context;
import dev.pawl.cli.document.Json;
import dev.pawl.cli.document.TaskDocument;
import dev.pawl.cli.report.CostReport;
import dev.pawl.cli.report.Costs;
import dev.pawl.cli.terminal.Style;
import java.util.List;
import picocli.CommandLine.Command;

@Command(
        name = "cost",
        description = {
            "Show what a task spent, per session and in total, whatever became of the sessions.",
            "~ is estimated from tokens and list prices, where the agent reports no cost;",
            "≥ is the least it can be, because the cost of some sessions is unknown."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  pawl cost calc-1f3a", "  pawl cost calc-1f3a -o json | jq .totals.usage.cost_usd"})
public final class CostCommand extends ShownTask {
    CostCommand(Context context) {
        super(context);
    }

    @Override
    List<String> lines(Task found, int width, Style style) {
        return CostReport.lines(found, width, style);
    }

    @Override
    JsonObject document(PawlClient client, Task found) {
        JsonObject json = new JsonObject();
        json.addProperty("id", found.getId());
        json.add("sessions", TaskDocument.sessions(found));
        json.add("totals", TaskDocument.totals(found.getTotals()));
        json.add("warnings", Json.texts(Costs.warnings(found)));
        return json;
    }
}
