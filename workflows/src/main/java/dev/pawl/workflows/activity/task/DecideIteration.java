package dev.pawl.workflows.activity.task;

import dev.pawl.workflows.model.evidence.ClaimChecked;
import dev.pawl.workflows.policy.PolicyInput;
import org.jspecify.annotations.Nullable;

/**
 * @param round identifies the decision within the task: a parked iteration is decided again
 * @param input everything the policy reads; stored with the decision, so that another policy can be tried on it
 * @param use how the session used its provider; absent in tasks of older versions
 */
@ClaimChecked
public record DecideIteration(
        String taskId,
        int iteration,
        String round,
        PolicyInput input,
        @Nullable ProviderUse use) {}
