package dev.pawl.workflows.activity.task;

import dev.pawl.workflows.model.ContentRef;
import dev.pawl.workflows.model.evidence.ClaimChecked;
import dev.pawl.workflows.model.outcome.Decision;
import dev.pawl.workflows.policy.PolicyInput;
import org.jspecify.annotations.Nullable;

/**
 * @param score 0 to 1: the judge's, else the share of hard evidence that is green
 * @param feedback for the next prompt; absent if there is none
 * @param spent by all sessions of the task according to the database, including those of crashed attempts
 */
@ClaimChecked
public record Decided(
        Decision decision, double score, @Nullable ContentRef feedback, PolicyInput.Spent spent) {}
