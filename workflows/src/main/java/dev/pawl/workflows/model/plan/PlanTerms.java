package dev.pawl.workflows.model.plan;

import dev.pawl.workflows.model.Require;
import dev.pawl.workflows.model.request.CheckSpec;
import dev.pawl.workflows.model.request.DeliverMode;
import dev.pawl.workflows.model.request.SetupSpec;
import dev.pawl.workflows.model.request.WorkspaceSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A plan's request without its packages, as stored. See {@link PlanRequest} for the fields. */
public record PlanTerms(
        String title,
        WorkspaceSpec workspace,
        PlanLimits limits,
        List<SetupSpec> setup,
        List<CheckSpec> checks,
        OnFailure onFailure,
        DeliverMode deliver,
        @Nullable String branch,
        boolean squash,
        List<String> labels,
        boolean interactive,
        List<String> environment) {
    public PlanTerms {
        setup = Require.list(setup);
        checks = Require.list(checks);
        labels = Require.list(labels);
        environment = Require.list(environment);
    }

    public static PlanTerms of(PlanRequest request) {
        return new PlanTerms(
                request.title(),
                request.workspace(),
                request.limits(),
                request.setup(),
                request.checks(),
                request.onFailure(),
                request.deliver(),
                request.branch(),
                request.squash(),
                request.labels(),
                request.interactive(),
                request.environment());
    }
}
