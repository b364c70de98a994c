package dev.pawl.workflows.task.state;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.pawl.workflows.activity.task.Registration;
import dev.pawl.workflows.activity.workspace.Prepared;
import dev.pawl.workflows.model.ContentRef;
import dev.pawl.workflows.model.outcome.Decision;
import dev.pawl.workflows.policy.PolicyInput;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What continue-as-new hands to the next run, so that the switch is invisible outside the workflow.
 *
 * @param iteration completed iterations
 * @param snapshot the last one
 * @param prompt the last one sent
 * @param guidance of people, oldest first
 * @param extraIterations granted by people
 * @param turnLimitHits consecutive sessions that ended at their turn limit
 * @param handledUpdates ids of updates that took effect, oldest first
 * @param overBudget whether a person allowed the task to exceed an account's budget
 * @param granted by people to the other limits
 * @param unavailable why each of the task's agents is unavailable, empty if it is not; absent if nothing is known
 * @param overBudgetOf the accounts whose budget it may exceed; absent means those of all its agents if {@code
 *     overBudget}
 * @param skipped names of checks that a person excluded
 */
public record Carried(
        Registration registration,
        Prepared prepared,
        int iteration,
        String snapshot,
        @Nullable ContentRef prompt,
        @Nullable ContentRef feedback,
        @Nullable Decision lastDecision,
        List<String> guidance,
        PolicyInput.Spent spent,
        PolicyInput.History history,
        int extraIterations,
        int turnLimitHits,
        boolean paused,
        double score,
        List<String> handledUpdates,
        boolean overBudget,
        Granted granted,
        @Nullable List<String> unavailable,
        @Nullable List<String> overBudgetOf,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> skipped) {
    public Carried {
        guidance = List.copyOf(guidance);
        granted = granted == null ? Granted.NOTHING : granted;
        handledUpdates = handledUpdates == null ? List.of() : List.copyOf(handledUpdates);
        unavailable = unavailable == null ? null : List.copyOf(unavailable);
        skipped = skipped == null ? List.of() : List.copyOf(skipped);
        overBudgetOf = overBudgetOf == null ? null : List.copyOf(overBudgetOf);
    }
}
