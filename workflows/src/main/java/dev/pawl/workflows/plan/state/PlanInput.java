package dev.pawl.workflows.plan.state;

import dev.pawl.workflows.model.evidence.ClaimChecked;
import dev.pawl.workflows.model.plan.PlanRequest;
import org.jspecify.annotations.Nullable;

/**
 * @param request with what people changed since
 * @param carried from an earlier run of the same plan; absent in the first run
 */
@ClaimChecked
public record PlanInput(PlanRequest request, @Nullable PlanCarried carried) {
    public static PlanInput first(PlanRequest request) {
        return new PlanInput(request, null);
    }
}
