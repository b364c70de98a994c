package dev.pawl.cli.command.plan;

import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.PlanSpec;
import dev.pawl.api.v1.SubmitPlanRequest;
import dev.pawl.api.v1.SubmitPlanResponse;
import dev.pawl.cli.command.Submitted;
import dev.pawl.cli.command.planfile.PlanSource;
import dev.pawl.cli.invocation.CommandFailure;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.planfile.PlanFile;
import dev.pawl.cli.planfile.PlanSubmission;
import dev.pawl.cli.preflight.Preflight;
import dev.pawl.cli.taskfile.TaskFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The plan file and its options; shared by {@code run} and {@code submit}. */
final class PlanSubmitOptions {
    private final Context context;

    @Parameters(paramLabel = "FILE", description = "The plan file. docs/plans.md explains its keys.")
    private Path file;

    @Option(
            names = "--no-interactive",
            description = "End a package instead of waiting for a person; the exit code is then 10.")
    private boolean notInteractive;

    @Option(
            names = "--label",
            paramLabel = "WORD",
            description = "A word to filter plans by, in addition to those of the file. May be repeated.")
    private List<String> labels = List.of();

    @Option(
            names = "--request-id",
            paramLabel = "ID",
            description = "Identifies this piece of work: the same id never starts a second plan. Default: a new one.")
    private @Nullable String requestId;

    PlanSubmitOptions(Context context) {
        this.context = context;
    }

    /** @throws CommandFailure with every problem of the file */
    PlanFile read() throws IOException {
        return PlanSource.read(context, file);
    }

    /** @throws CommandFailure if this machine, which is to run the plan, lacks something */
    void preflight(PlanFile plan) {
        Set<String> notes = new LinkedHashSet<>();
        // Most packages need the same, and each check looks at the disk.
        Map<List<Object>, TaskFile> different = new LinkedHashMap<>();
        plan.packages()
                .forEach(each -> different.putIfAbsent(
                        List.of(
                                each.task().agents(),
                                each.task().setup(),
                                each.task().checks(),
                                Optional.ofNullable(each.task().judge())),
                        each.task()));
        different.values().forEach(task -> notes.addAll(new Preflight(context).check(task)));
        notes.forEach(note -> context.terminal().say("note: " + note));
    }

    Submitted submit(PawlClient client, PlanFile plan) {
        PlanSpec spec = PlanSubmission.of(plan, !notInteractive).toBuilder()
                .addAllLabels(labels)
                .build();
        SubmitPlanRequest request = SubmitPlanRequest.newBuilder()
                .setRequestId(requestId == null ? UUID.randomUUID().toString() : requestId)
                .setPlan(spec)
                .build();
        SubmitPlanResponse response = client.plans().submitPlan(request);
        return new Submitted(response.getPlanId(), plan.title(), response.getWebUi(), response.getRegistered())
                .announced("plan", context.terminal());
    }
}
