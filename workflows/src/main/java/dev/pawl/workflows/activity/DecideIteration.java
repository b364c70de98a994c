package dev.pawl.workflows.activity;

import dev.pawl.workflows.model.ClaimChecked;
import dev.pawl.workflows.policy.PolicyInput;

/** @param input everything the policy looks at; stored with the decision, so that another policy can be tried on it */
@ClaimChecked
public record DecideIteration(String taskId, int iteration, PolicyInput input) {}
