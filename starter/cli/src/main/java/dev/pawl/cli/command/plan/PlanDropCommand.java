package dev.pawl.cli.command.plan;

import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.DropPackageRequest;
import dev.pawl.api.v1.PlanStatus;
import dev.pawl.cli.invocation.Context;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "drop",
        description = "Take a package out of a running plan. Packages that need it are blocked.",
        footerHeading = "%nExamples:%n",
        footer = {"  pawl plan drop last docs --reason \"not for this release\""})
public final class PlanDropCommand extends PlanAction {
    @Parameters(index = "1", paramLabel = "PACKAGE", description = "The package's id.")
    private String packageId;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for the record.")
    private String reason = "";

    PlanDropCommand(Context context) {
        super(context);
    }

    @Override
    String packageId() {
        return packageId;
    }

    @Override
    PlanStatus act(PawlClient client, Said said) {
        DropPackageRequest request = DropPackageRequest.newBuilder()
                .setPlanId(said.planId())
                .setPackageId(packageId)
                .setText(reason)
                .setBy(said.person())
                .setRequestId(said.requestId())
                .build();
        return client.plans().dropPackage(request).getStatus();
    }
}
