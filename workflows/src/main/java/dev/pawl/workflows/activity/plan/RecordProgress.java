package dev.pawl.workflows.activity.plan;

import dev.pawl.workflows.model.evidence.ClaimChecked;
import dev.pawl.workflows.model.plan.PackageView;
import dev.pawl.workflows.model.plan.PlanStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param phase what the plan does now, for people
 * @param question to a person; absent if none is open
 * @param head the last commit of the integration repository; absent before it is opened
 * @param changed the packages that changed since the last call
 */
@ClaimChecked
public record RecordProgress(
        String planId,
        PlanStatus status,
        String phase,
        @Nullable String question,
        @Nullable String head,
        List<PackageView> changed) {
    public RecordProgress {
        changed = List.copyOf(changed);
    }
}
