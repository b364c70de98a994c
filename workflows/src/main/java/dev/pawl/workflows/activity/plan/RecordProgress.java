package dev.pawl.workflows.activity.plan;

import dev.pawl.workflows.model.evidence.ClaimChecked;
import dev.pawl.workflows.model.plan.PackageRequest;
import dev.pawl.workflows.model.plan.PackageView;
import dev.pawl.workflows.model.plan.PlanQuestion;
import dev.pawl.workflows.model.plan.PlanStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param reason for the status, one line for people; may be empty
 * @param question to a person; absent if none is open
 * @param head absent before the integration repository is opened
 * @param base the commit that the plan began with; absent before the integration repository is opened
 * @param changed the packages that changed since the last call
 * @param revised packages that people added or revised since the last call
 */
@ClaimChecked
public record RecordProgress(
        String planId,
        PlanStatus status,
        String reason,
        @Nullable PlanQuestion question,
        @Nullable IntegrationHead head,
        @Nullable String base,
        List<PackageView> changed,
        List<PackageRequest> revised) {
    public RecordProgress {
        changed = List.copyOf(changed);
        revised = List.copyOf(revised);
    }
}
