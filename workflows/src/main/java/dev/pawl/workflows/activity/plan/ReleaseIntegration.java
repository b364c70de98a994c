package dev.pawl.workflows.activity.plan;

import dev.pawl.workflows.model.request.WorkspaceSpec;

/** @param workspace the plan's */
public record ReleaseIntegration(String planId, WorkspaceSpec workspace) {}
