package dev.pawl.workflows.activity.plan;

import dev.pawl.workflows.model.evidence.ClaimChecked;
import dev.pawl.workflows.model.plan.PlanOutcome;

@ClaimChecked
public record FinishPlan(String planId, PlanOutcome outcome) {}
