package dev.pawl.cli.command.plan;

import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.InstructPlanRequest;
import dev.pawl.api.v1.PlanStatus;
import dev.pawl.cli.command.option.TextOptions;
import dev.pawl.cli.invocation.Context;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "instruct",
        description = "Give all packages that have not ended, or one, guidance for their next iteration.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  pawl plan instruct last \"Keep the public names\"",
            "  pawl plan instruct last --package docs --file guidance.md"
        })
public final class PlanInstructCommand extends PackageAction {
    @Parameters(index = "1..*", paramLabel = "TEXT", description = TextOptions.WORDS)
    private List<String> words = List.of();

    @Mixin
    private TextOptions text;

    PlanInstructCommand(Context context) {
        super(context);
    }

    @Override
    PlanStatus act(PawlClient client, Said said) throws IOException {
        InstructPlanRequest.Builder request = InstructPlanRequest.newBuilder()
                .setPlanId(said.planId())
                .setText(text.text(words))
                .setBy(said.person())
                .setRequestId(said.requestId());
        if (packageId() != null) {
            request.setPackageId(packageId());
        }
        return client.plans().instructPlan(request.build()).getStatus();
    }
}
