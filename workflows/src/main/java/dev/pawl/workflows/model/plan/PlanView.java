package dev.pawl.workflows.model.plan;

import dev.pawl.workflows.model.evidence.ClaimChecked;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The live state of a plan, from the workflow itself.
 *
 * @param reason for its status, one line for people; may be empty
 * @param question the open question to a person; absent if there is none
 * @param head the last commit of the integration repository; absent before it is opened
 * @param packages in the order of the plan
 */
@ClaimChecked
public record PlanView(
        String title,
        PlanStatus status,
        String reason,
        @Nullable PlanQuestion question,
        @Nullable String head,
        Instant startedAt,
        List<PackageView> packages) {
    public PlanView {
        packages = List.copyOf(packages);
    }
}
