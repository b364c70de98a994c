package dev.pawl.workflows.activity.task;

import dev.pawl.workflows.model.evidence.ClaimChecked;
import dev.pawl.workflows.policy.PolicyInput;
import org.jspecify.annotations.Nullable;

/**
 * @param round tells this decision from all others of the task: an iteration that was parked is decided on again
 * @param input everything the policy looks at; stored with the decision, so that another policy can be tried on it
 * @param use what the session tells about its provider; absent in tasks of older versions
 */
@ClaimChecked
public record DecideIteration(
        String taskId,
        int iteration,
        String round,
        PolicyInput input,
        @Nullable ProviderUse use) {}
