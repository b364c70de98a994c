package dev.pawl.workflows.activity.plan;

import dev.pawl.workflows.model.request.WorkspaceSpec;

/** @param workspace the plan's; its source is the user's repository */
public record OpenIntegration(String planId, WorkspaceSpec workspace) {}
