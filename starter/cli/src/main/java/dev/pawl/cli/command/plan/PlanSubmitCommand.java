package dev.pawl.cli.command.plan;

import com.google.gson.JsonObject;
import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.SubmitPlanResponse;
import dev.pawl.cli.command.option.OutputOption;
import dev.pawl.cli.connection.ConnectionOptions;
import dev.pawl.cli.document.Json;
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
            SubmitPlanResponse response = submit.submit(client, file);
            context.terminal().say("watch it: pawl plan watch " + response.getPlanId());
            output.print(() -> List.of(response.getPlanId()), () -> document(response, file));
        }
        return 0;
    }

    private static JsonObject document(SubmitPlanResponse response, PlanFile file) {
        JsonObject json = new JsonObject();
        json.addProperty("id", response.getPlanId());
        json.addProperty("title", file.title());
        json.addProperty("registered", response.getRegistered());
        JsonObject links = new JsonObject();
        links.add("web_ui", Json.text(response.getWebUi()));
        json.add("links", links);
        return json;
    }
}
