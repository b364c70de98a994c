package dev.pawl.workflows.model.plan;

import dev.pawl.workflows.model.Require;
import dev.pawl.workflows.model.VariableNames;
import dev.pawl.workflows.model.evidence.ClaimChecked;
import dev.pawl.workflows.model.request.CheckSpec;
import dev.pawl.workflows.model.request.DeliverMode;
import dev.pawl.workflows.model.request.SetupSpec;
import dev.pawl.workflows.model.request.StepTime;
import dev.pawl.workflows.model.request.TaskRequest;
import dev.pawl.workflows.model.request.WorkspaceSpec;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A plan as requested. That its graph has no cycle, and that owners do not overlap, is checked by whoever submits it.
 *
 * @param workspace of all packages; its source is a git repository
 * @param packages 1 to {@value #MAX_PACKAGES}, in the order of the file
 * @param setup commands that prepare the merged tree before the plan's checks
 * @param checks run on the merged tree before anything is integrated
 * @param deliver how the integrated result leaves, by permission
 * @param branch the branch for {@code deliver: branch}; absent means one named after the plan
 * @param squash whether one commit for the whole plan is delivered instead of one for each package
 * @param interactive false ends what needs a person instead of waiting for one
 * @param environment names of the worker's variables for the plan's setup and checks. Never values
 */
@ClaimChecked
public record PlanRequest(
        String title,
        WorkspaceSpec workspace,
        List<PackageRequest> packages,
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
    public static final int MAX_PACKAGES = 2_000;

    public static PlanRequestBuilder builder(String title, WorkspaceSpec workspace, List<PackageRequest> packages) {
        return new PlanRequestBuilder(title, workspace, packages);
    }

    public PlanRequest {
        Require.text(title, 200, "title");
        packages = Require.list(packages);
        setup = Require.list(setup);
        checks = Require.list(checks);
        labels = Require.list(labels);
        environment = VariableNames.checked(Require.list(environment), "environment");
        Require.range(packages.size(), 1, MAX_PACKAGES, "the number of packages");
        if (branch != null) {
            Require.text(branch, TaskRequest.MAX_BRANCH, "branch");
            if (deliver != DeliverMode.BRANCH) {
                throw new IllegalArgumentException("a branch is named, but deliver is not branch");
            }
        }
        Set<String> ids = new LinkedHashSet<>();
        for (PackageRequest each : packages) {
            if (!ids.add(each.id().toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("two packages have the id '%s'".formatted(each.id()));
            }
        }
        Set<String> exact = new LinkedHashSet<>();
        packages.forEach(each -> exact.add(each.id()));
        for (PackageRequest each : packages) {
            for (String need : each.needs()) {
                if (!exact.contains(need)) {
                    throw new IllegalArgumentException(
                            "package %s needs '%s', which is not in the plan".formatted(each.id(), need));
                }
            }
        }
        Set<String> names = new LinkedHashSet<>();
        for (CheckSpec check : checks) {
            if (!names.add(check.name())) {
                throw new IllegalArgumentException("two checks are named '%s'".formatted(check.name()));
            }
        }
        StepTime.refusal(setup, checks).ifPresent(reason -> {
            throw new IllegalArgumentException(reason);
        });
    }
}
