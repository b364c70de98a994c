package dev.pawl.cli.command.plan;

import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.PlanStatus;
import dev.pawl.api.v1.RevisePackageRequest;
import dev.pawl.cli.invocation.CommandFailure;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.invocation.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "revise",
        description = {
            "Change the prompt of a package, or let it change more paths, while the plan runs.",
            "Counts from its next attempt on. A path that another package owns is refused."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  pawl plan revise last docs --owns \"guide/**\"",
            "  pawl plan revise last docs --prompt docs.md --reason \"the guide has moved\""
        })
public final class PlanReviseCommand extends PlanAction {
    private final Context context;

    @Parameters(index = "1", paramLabel = "PACKAGE", description = "The package's id.")
    private String packageId;

    @Option(names = "--prompt", paramLabel = "FILE", description = "Holds the new prompt.")
    private @Nullable Path prompt;

    @Option(names = "--owns", paramLabel = "GLOB", description = "One more pattern that it owns. May be repeated.")
    private List<String> owns = List.of();

    @Option(
            names = "--may-touch",
            paramLabel = "GLOB",
            description = "One more pattern that it may change. May be repeated.")
    private List<String> mayTouch = List.of();

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for the record.")
    private String reason = "";

    PlanReviseCommand(Context context) {
        super(context);
        this.context = context;
    }

    @Override
    String packageId() {
        return packageId;
    }

    @Override
    PlanStatus act(PawlClient client, Said said) throws IOException {
        if (prompt == null && owns.isEmpty() && mayTouch.isEmpty()) {
            throw new CommandFailure(ExitCode.USAGE, "say what to change: --prompt, --owns or --may-touch");
        }
        RevisePackageRequest.Builder request = RevisePackageRequest.newBuilder()
                .setPlanId(said.planId())
                .setPackageId(packageId)
                .addAllOwns(owns)
                .addAllMayTouch(mayTouch)
                .setText(reason)
                .setBy(said.person())
                .setRequestId(said.requestId());
        if (prompt != null) {
            request.setPrompt(
                    Files.readString(context.directory().resolve(prompt)).strip());
        }
        return client.plans().revisePackage(request.build()).getStatus();
    }
}
