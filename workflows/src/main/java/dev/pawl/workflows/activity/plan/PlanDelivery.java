package dev.pawl.workflows.activity.plan;

import dev.pawl.workflows.model.request.DeliverMode;
import dev.pawl.workflows.model.request.WorkspaceSpec;
import org.jspecify.annotations.Nullable;

/**
 * Delivers the integrated result of a plan.
 *
 * @param base the commit that the plan began with
 * @param workspace the plan's; its source receives the result
 * @param branch the branch for {@code deliver: branch}; absent means one named after the plan
 * @param squash whether one commit is delivered instead of one for each package
 */
public record PlanDelivery(
        String planId,
        String title,
        IntegrationHead head,
        String base,
        WorkspaceSpec workspace,
        DeliverMode deliver,
        @Nullable String branch,
        boolean squash) {}
