package dev.pawl.workflows.activity.workspace;

import dev.pawl.workflows.model.evidence.ClaimChecked;
import dev.pawl.workflows.model.request.TaskRequest;

/** A workspace is named by its task; only its host knows the path. */
@ClaimChecked
public record PrepareWorkspace(String taskId, TaskRequest request) {}
