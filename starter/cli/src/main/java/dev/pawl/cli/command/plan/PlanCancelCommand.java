package dev.pawl.cli.command.plan;

import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.CancelPlanRequest;
import dev.pawl.api.v1.PlanStatus;
import dev.pawl.cli.connection.PlanLookup;
import dev.pawl.cli.invocation.Context;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "cancel",
        description = {
            "End a plan at once, with all its tasks.",
            "With --package: end the task of that package; the plan continues.",
            "To keep what is done, use stop."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  pawl plan cancel last"})
public final class PlanCancelCommand extends PackageAction {
    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for the record.")
    private String reason = "";

    PlanCancelCommand(Context context) {
        super(context);
    }

    /** The request was sent; shows the plan's status at this moment. */
    @Override
    PlanStatus act(PawlClient client, Said said) {
        CancelPlanRequest.Builder request = CancelPlanRequest.newBuilder()
                .setPlanId(said.planId())
                .setText(reason)
                .setBy(said.person());
        if (packageId() != null) {
            request.setPackageId(packageId());
        }
        client.plans().cancelPlan(request.build());
        return new PlanLookup(client).find(said.planId()).getStatus();
    }
}
