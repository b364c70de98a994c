package dev.pawl.cli.command.plan;

import com.google.gson.JsonObject;
import dev.pawl.api.client.PawlClient;
import dev.pawl.api.client.Words;
import dev.pawl.api.v1.Plan;
import dev.pawl.api.v1.PlanPackage;
import dev.pawl.api.v1.PlanStatus;
import dev.pawl.cli.command.option.OutputOption;
import dev.pawl.cli.command.option.PlanParameter;
import dev.pawl.cli.connection.ConnectionOptions;
import dev.pawl.cli.connection.PlanLookup;
import dev.pawl.cli.document.Json;
import dev.pawl.cli.invocation.CommandFailure;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.invocation.ExitCode;
import dev.pawl.cli.text.Nearest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that acts on a plan, or on one of its packages, and shows the plan's new status. */
abstract class PlanAction implements Callable<Integer> {
    private final Context context;

    @Spec
    private CommandSpec spec;

    @Mixin
    private PlanParameter plan;

    @Mixin
    private OutputOption output;

    @Mixin
    private ConnectionOptions connection;

    PlanAction(Context context) {
        this.context = context;
    }

    /**
     * What a person said.
     *
     * @param requestId makes retries safe
     */
    record Said(String planId, String person, String requestId) {}

    abstract PlanStatus act(PawlClient client, Said said) throws Exception;

    /** The package it is about; null means the plan. */
    abstract @Nullable String packageId();

    @Override
    public final Integer call() throws Exception {
        try (PawlClient client = connection.open()) {
            Plan found = new PlanLookup(client).find(plan.id());
            check(found);
            PlanStatus status = act(
                    client,
                    new Said(found.getId(), context.person(), UUID.randomUUID().toString()));
            output.print(() -> List.of(line(found, status)), () -> document(found, status));
        }
        return 0;
    }

    private void check(Plan found) {
        String id = packageId();
        List<String> ids =
                found.getPackagesList().stream().map(PlanPackage::getId).toList();
        if (id != null && !ids.contains(id)) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "plan %s has no package '%s'%s"
                            .formatted(
                                    found.getId(),
                                    id,
                                    Nearest.to(id, ids)
                                            .map(near -> "; did you mean '" + near + "'?")
                                            .orElse("")));
        }
    }

    private String line(Plan found, PlanStatus status) {
        String what = packageId() == null ? "" : ", package " + packageId();
        return "plan %s%s: %s taken up; %s".formatted(found.getId(), what, spec.name(), Words.of(status));
    }

    private JsonObject document(Plan found, PlanStatus status) {
        JsonObject json = new JsonObject();
        json.addProperty("id", found.getId());
        json.add("package", Json.text(packageId()));
        json.add("status", Json.text(Words.of(status)));
        return json;
    }
}
