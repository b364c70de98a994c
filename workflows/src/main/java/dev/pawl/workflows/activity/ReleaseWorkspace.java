package dev.pawl.workflows.activity;

import dev.pawl.workflows.model.WorkspaceSpec;

public record ReleaseWorkspace(String taskId, WorkspaceSpec workspace) {}
