package dev.pawl.cli.command.plan;

import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.PlanStatus;
import dev.pawl.api.v1.StopPlanRequest;
import dev.pawl.cli.invocation.Context;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "stop",
        description = {
            "End a plan gracefully: nothing new starts, running packages are stopped, accepted ones are integrated.",
            "With --package: end that package; the plan continues."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  pawl plan stop last", "  pawl plan stop last --package docs --reason \"solved otherwise\""})
public final class PlanStopCommand extends PackageAction {
    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for the record.")
    private String reason = "";

    PlanStopCommand(Context context) {
        super(context);
    }

    @Override
    PlanStatus act(PawlClient client, Said said) {
        StopPlanRequest.Builder request = StopPlanRequest.newBuilder()
                .setPlanId(said.planId())
                .setText(reason)
                .setBy(said.person())
                .setRequestId(said.requestId());
        if (packageId() != null) {
            request.setPackageId(packageId());
        }
        return client.plans().stopPlan(request.build()).getStatus();
    }
}
