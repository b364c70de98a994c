package dev.pawl.cli.command;

import com.google.gson.JsonObject;
import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.Task;
import dev.pawl.cli.Context;
import dev.pawl.cli.report.TaskReport;
import dev.pawl.cli.terminal.Style;
import java.util.List;
import picocli.CommandLine.Command;

@Command(
        name = "status",
        description = "Show where a task stands: its iterations, what they showed, what was decided and why.",
        footerHeading = "%nExamples:%n",
        footer = {"  pawl status calc-1f3a", "  pawl status calc-1f3a -o json | jq .iterations[-1].decision"})
public final class StatusCommand extends ShownTask {
    StatusCommand(Context context) {
        super(context);
    }

    @Override
    List<String> lines(Task found, int width, Style style) {
        return TaskReport.lines(found, width, style);
    }

    @Override
    JsonObject document(PawlClient client, Task found) {
        return TaskDocuments.of(client, found);
    }
}
