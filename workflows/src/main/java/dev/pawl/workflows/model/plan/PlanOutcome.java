package dev.pawl.workflows.model.plan;

import dev.pawl.workflows.model.evidence.ClaimChecked;
import dev.pawl.workflows.model.outcome.Cause;
import dev.pawl.workflows.model.outcome.Delivery;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a plan ended.
 *
 * @param status a final one
 * @param reason one line for people
 * @param head the last commit of the integration repository; absent if it was never opened
 * @param packages every package of the plan, in its order, each in a final state
 */
@ClaimChecked
public record PlanOutcome(
        PlanStatus status,
        Cause cause,
        String reason,
        @Nullable String head,
        Delivery delivery,
        List<PackageView> packages) {
    public PlanOutcome {
        packages = List.copyOf(packages);
    }
}
