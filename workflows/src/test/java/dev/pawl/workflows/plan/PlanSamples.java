package dev.pawl.workflows.plan;

import dev.pawl.workflows.model.plan.OnFailure;
import dev.pawl.workflows.model.plan.PackageRequest;
import dev.pawl.workflows.model.plan.PlanLimits;
import dev.pawl.workflows.model.plan.PlanRequest;
import dev.pawl.workflows.model.request.AgentSpec;
import dev.pawl.workflows.model.request.DeliverMode;
import dev.pawl.workflows.model.request.Prompt;
import dev.pawl.workflows.model.request.TaskRequest;
import dev.pawl.workflows.model.request.WorkspaceSpec;
import java.util.List;

/** Plans for tests. */
final class PlanSamples {
    private PlanSamples() {}

    /** Owns {@code <id>/**}. */
    static PackageRequest pack(String id, String... needs) {
        TaskRequest task = TaskRequest.builder("Package " + id, Prompt.inline("do " + id), AGENT)
                .owns(List.of(id + "/**"))
                .build();
        return new PackageRequest(id, task).needing(List.of(needs));
    }

    private static final AgentSpec AGENT =
            dev.pawl.workflows.model.Samples.request().agent();

    static PlanRequest plan(PackageRequest... packages) {
        return plan(2, OnFailure.CONTINUE_INDEPENDENT, packages);
    }

    static PlanRequest plan(int parallel, OnFailure onFailure, PackageRequest... packages) {
        return plan(new PlanLimits(parallel, null, null, null), onFailure, DeliverMode.NONE, true, packages);
    }

    static PlanRequest plan(
            PlanLimits limits,
            OnFailure onFailure,
            DeliverMode deliver,
            boolean interactive,
            PackageRequest... packages) {
        return PlanRequest.builder("A plan", WorkspaceSpec.isolated("/repositories/shop"), List.of(packages))
                .limits(limits)
                .onFailure(onFailure)
                .deliver(deliver)
                .labels(List.of("sample"))
                .interactive(interactive)
                .build();
    }
}
