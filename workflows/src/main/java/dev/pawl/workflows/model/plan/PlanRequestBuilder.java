package dev.pawl.workflows.model.plan;

import dev.pawl.workflows.model.request.CheckSpec;
import dev.pawl.workflows.model.request.DeliverMode;
import dev.pawl.workflows.model.request.SetupSpec;
import dev.pawl.workflows.model.request.WorkspaceSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds the request of a plan; {@link #build} refuses inconsistent ones. Not thread-safe. */
public final class PlanRequestBuilder {
    private final String title;
    private final WorkspaceSpec workspace;
    private final List<PackageRequest> packages;
    private PlanLimits limits = PlanLimits.DEFAULT;
    private List<SetupSpec> setup = List.of();
    private List<CheckSpec> checks = List.of();
    private OnFailure onFailure = OnFailure.CONTINUE_INDEPENDENT;
    private DeliverMode deliver = DeliverMode.NONE;
    private @Nullable String branch;
    private boolean squash;
    private List<String> labels = List.of();
    private boolean interactive = true;
    private List<String> environment = List.of();

    PlanRequestBuilder(String title, WorkspaceSpec workspace, List<PackageRequest> packages) {
        this.title = title;
        this.workspace = workspace;
        this.packages = packages;
    }

    public PlanRequestBuilder limits(PlanLimits value) {
        limits = value;
        return this;
    }

    public PlanRequestBuilder setup(List<SetupSpec> value) {
        setup = value;
        return this;
    }

    public PlanRequestBuilder checks(List<CheckSpec> value) {
        checks = value;
        return this;
    }

    public PlanRequestBuilder onFailure(OnFailure value) {
        onFailure = value;
        return this;
    }

    public PlanRequestBuilder deliver(DeliverMode value) {
        deliver = value;
        return this;
    }

    public PlanRequestBuilder branch(@Nullable String value) {
        branch = value;
        return this;
    }

    public PlanRequestBuilder squash(boolean value) {
        squash = value;
        return this;
    }

    public PlanRequestBuilder labels(List<String> value) {
        labels = value;
        return this;
    }

    public PlanRequestBuilder interactive(boolean value) {
        interactive = value;
        return this;
    }

    public PlanRequestBuilder environment(List<String> value) {
        environment = value;
        return this;
    }

    /** @throws IllegalArgumentException if the request is inconsistent; the message names the field */
    public PlanRequest build() {
        return new PlanRequest(
                title,
                workspace,
                packages,
                limits,
                setup,
                checks,
                onFailure,
                deliver,
                branch,
                squash,
                labels,
                interactive,
                environment);
    }
}
