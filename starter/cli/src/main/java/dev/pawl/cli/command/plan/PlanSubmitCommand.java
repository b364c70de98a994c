package dev.pawl.cli.command.plan;

import dev.pawl.api.client.PawlClient;
import dev.pawl.cli.command.Submitted;
import dev.pawl.cli.command.option.OutputOption;
import dev.pawl.cli.connection.ConnectionOptions;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.planfile.PlanFile;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "submit",
        description = {
            "Start a plan in the background and return.",
            "Prints the plan's id. Starts the local stack if no gateway is configured and none runs."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  pawl plan submit plan.yaml",
            "  pawl plan watch \"$(pawl plan submit plan.yaml)\"",
            "  pawl plan submit plan.yaml --request-id release-12    safe to repeat"
        })
public final class PlanSubmitCommand implements Callable<Integer> {
    private final Context context;

    @Mixin
    private PlanSubmitOptions submit;

    @Mixin
    private OutputOption output;

    @Mixin
    private ConnectionOptions connection;

    PlanSubmitCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        PlanFile file = submit.read();
        if (connection.local()) {
            submit.preflight(file);
        }
        try (PawlClient client = connection.openOrStart()) {
            Submitted submitted = submit.submit(client, file);
            context.terminal().say("watch it: pawl plan watch " + submitted.id());
            output.print(() -> List.of(submitted.id()), submitted::document);
        }
        return 0;
    }
}
