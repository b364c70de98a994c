package dev.pawl.cli.command.plan;

import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.AddPackageRequest;
import dev.pawl.api.v1.PackageSpec;
import dev.pawl.api.v1.PlanSpec;
import dev.pawl.api.v1.PlanStatus;
import dev.pawl.cli.command.planfile.PlanSource;
import dev.pawl.cli.invocation.CommandFailure;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.invocation.ExitCode;
import dev.pawl.cli.planfile.PlanSubmission;
import dev.pawl.cli.text.Nearest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "add",
        description = {
            "Add a package of a plan file to a running plan.",
            "Write it into the plan's file first; the rest of the file is checked and not sent."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  pawl plan add last plan.yaml changelog"})
public final class PlanAddCommand extends PlanAction {
    private final Context context;

    @Parameters(index = "1", paramLabel = "FILE", description = "The plan file.")
    private Path file;

    @Parameters(index = "2", paramLabel = "PACKAGE", description = "The id of the package in that file.")
    private String id;

    @Option(names = "--no-interactive", description = "End the package instead of waiting for a person.")
    private boolean notInteractive;

    PlanAddCommand(Context context) {
        super(context);
        this.context = context;
    }

    /** The plan does not have it yet. */
    @Override
    @Nullable
    String packageId() {
        return null;
    }

    @Override
    PlanStatus act(PawlClient client, Said said) throws IOException {
        AddPackageRequest request = AddPackageRequest.newBuilder()
                .setPlanId(said.planId())
                .setPackage(find(PlanSubmission.of(PlanSource.read(context, file), !notInteractive)))
                .setBy(said.person())
                .setRequestId(said.requestId())
                .build();
        return client.plans().addPackage(request).getStatus();
    }

    private PackageSpec find(PlanSpec plan) {
        List<String> ids =
                plan.getPackagesList().stream().map(PackageSpec::getId).toList();
        return plan.getPackagesList().stream()
                .filter(each -> each.getId().equals(id))
                .findFirst()
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.USAGE,
                        "%s has no package '%s'%s"
                                .formatted(
                                        file,
                                        id,
                                        Nearest.to(id, ids)
                                                .map(near -> "; did you mean '" + near + "'?")
                                                .orElse(""))));
    }
}
