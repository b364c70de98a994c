package dev.pawl.workflows.activity.plan;

import dev.pawl.workflows.model.evidence.ClaimChecked;
import dev.pawl.workflows.model.plan.PlanRequest;

/** @param runId the workflow run; continue-as-new keeps the first */
@ClaimChecked
public record RegisterPlan(String planId, String runId, PlanRequest request) {}
