package dev.pawl.cli.command.plan;

import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.Plan;
import dev.pawl.cli.connection.PlanLookup;
import dev.pawl.cli.planfile.PlanFile;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "run",
        description = {
            "Run a plan and watch it to its end.",
            "Starts the local stack if no gateway is configured and none runs. Ctrl-C only detaches."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  pawl plan run plan.yaml",
            "  pawl plan run plan.yaml --no-interactive -o json    in scripts: never wait for a person"
        })
public final class PlanRunCommand implements Callable<Integer> {
    @Mixin
    private PlanSubmitOptions submit;

    @Mixin
    private PlanWatchView view;

    @Override
    public Integer call() throws Exception {
        PlanFile file = submit.read();
        if (view.connection().local()) {
            submit.preflight(file);
        }
        Plan plan;
        try (PawlClient client = view.connection().openOrStart()) {
            plan = new PlanLookup(client).find(submit.submit(client, file).id());
        }
        return view.follow(plan).code();
    }
}
