package dev.pawl.cli.command.plan;

import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.PlanStatus;
import dev.pawl.api.v1.ResumePlanRequest;
import dev.pawl.cli.invocation.Context;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "resume",
        description = "Resume a paused plan or package.",
        footerHeading = "%nExamples:%n",
        footer = {"  pawl plan resume last"})
public final class PlanResumeCommand extends PackageAction {
    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for the record.")
    private String reason = "";

    PlanResumeCommand(Context context) {
        super(context);
    }

    @Override
    PlanStatus act(PawlClient client, Said said) {
        ResumePlanRequest.Builder request = ResumePlanRequest.newBuilder()
                .setPlanId(said.planId())
                .setText(reason)
                .setBy(said.person())
                .setRequestId(said.requestId());
        if (packageId() != null) {
            request.setPackageId(packageId());
        }
        return client.plans().resumePlan(request.build()).getStatus();
    }
}
