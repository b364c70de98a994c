package dev.pawl.cli.command.plan;

import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.PausePlanRequest;
import dev.pawl.api.v1.PlanStatus;
import dev.pawl.cli.invocation.Context;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "pause",
        description = {
            "Pause a plan: nothing new starts, running packages continue.",
            "With --package: pause the task of that package before its next step, or keep it from starting."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  pawl plan pause last", "  pawl plan pause last --package docs"})
public final class PlanPauseCommand extends PackageAction {
    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for the record.")
    private String reason = "";

    PlanPauseCommand(Context context) {
        super(context);
    }

    @Override
    PlanStatus act(PawlClient client, Said said) {
        PausePlanRequest.Builder request = PausePlanRequest.newBuilder()
                .setPlanId(said.planId())
                .setText(reason)
                .setBy(said.person())
                .setRequestId(said.requestId());
        if (packageId() != null) {
            request.setPackageId(packageId());
        }
        return client.plans().pausePlan(request.build()).getStatus();
    }
}
