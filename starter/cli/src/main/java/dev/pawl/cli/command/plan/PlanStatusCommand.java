package dev.pawl.cli.command.plan;

import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.Plan;
import dev.pawl.cli.command.option.OutputOption;
import dev.pawl.cli.command.option.PlanParameter;
import dev.pawl.cli.connection.ConnectionOptions;
import dev.pawl.cli.connection.PlanLookup;
import dev.pawl.cli.document.PlanDocument;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.report.PlanStatusReport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "status",
        description = "Show the status of a plan: each package, its attempts, and why it is where it is.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  pawl plan status last",
            "  pawl plan status last -o json | jq '.packages[] | select(.state == \"blocked\") | .reason'"
        })
public final class PlanStatusCommand implements Callable<Integer> {
    private final Context context;

    @Mixin
    private PlanParameter plan;

    @Mixin
    private OutputOption output;

    @Mixin
    private ConnectionOptions connection;

    PlanStatusCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        try (PawlClient client = connection.open()) {
            Plan found = new PlanLookup(client).find(plan.id());
            output.print(
                    () -> PlanStatusReport.lines(
                            found,
                            context.terminal().width(),
                            context.terminal().outStyle()),
                    () -> PlanDocument.of(found));
        }
        return 0;
    }
}
