package dev.pawl.workflows.activity.workspace;

import dev.pawl.workflows.model.request.WorkspaceSpec;

public record ReleaseWorkspace(String taskId, WorkspaceSpec workspace) {}
