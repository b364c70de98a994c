package dev.pawl.cli.command;

import com.google.gson.JsonObject;
import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.Task;
import dev.pawl.cli.document.DecisionDocument;
import dev.pawl.cli.document.EvidenceDocument;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.report.DecisionReport;
import dev.pawl.cli.report.EvidenceReport;
import dev.pawl.cli.report.TaskReport;
import dev.pawl.cli.result.TaskDecisions;
import dev.pawl.cli.terminal.Style;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "status",
        description = "Show the status of a task: its iterations, their evidence, the decisions and the reasons.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  pawl status calc-1f3a",
            "  pawl status calc-1f3a --decisions",
            "  pawl status calc-1f3a --evidence",
            "  pawl status calc-1f3a -o json | jq .iterations[-1].decision"
        })
public final class StatusCommand extends ShownTask {
    @Option(
            names = "--decisions",
            description =
                    "Show all decisions instead, including those of parked or handed-over iterations and of people. "
                            + "JSON has the inputs of each.")
    private boolean decisions;

    @Option(
            names = "--evidence",
            description = "Show instead why the result may be trusted: what ran on what, which files belong to the "
                    + "checks, and what made them green.")
    private boolean evidence;

    StatusCommand(Context context) {
        super(context);
    }

    @Override
    List<String> lines(PawlClient client, Task found, int width, Style style) {
        if (evidence) {
            return EvidenceReport.lines(found, width, style);
        }
        return decisions
                ? DecisionReport.lines(found, TaskDecisions.of(client, found), width, style)
                : TaskReport.lines(found, width, style);
    }

    @Override
    JsonObject document(PawlClient client, Task found) {
        if (evidence) {
            return EvidenceDocument.of(found);
        }
        return decisions
                ? DecisionDocument.of(found, TaskDecisions.of(client, found))
                : TaskDocuments.of(client, found);
    }
}
