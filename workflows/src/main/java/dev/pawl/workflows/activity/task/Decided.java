package dev.pawl.workflows.activity.task;

import dev.pawl.workflows.model.ContentRef;
import dev.pawl.workflows.model.evidence.ClaimChecked;
import dev.pawl.workflows.model.outcome.Decision;
import dev.pawl.workflows.policy.PolicyInput;
import org.jspecify.annotations.Nullable;

/**
 * @param score what was reached, 0 to 1: the judge's, else the share of the hard evidence that is green
 * @param feedback for the next prompt; absent where there is nothing to say
 * @param spent by all sessions of the task as the database counts them, sessions of crashed attempts included
 */
@ClaimChecked
public record Decided(
        Decision decision, double score, @Nullable ContentRef feedback, PolicyInput.Spent spent) {}
