package dev.pawl.workflows.activity.workspace;

import dev.pawl.workflows.model.evidence.ClaimChecked;
import dev.pawl.workflows.model.request.TaskRequest;

/** A workspace is named by its task; its place on the host is the host's affair. */
@ClaimChecked
public record PrepareWorkspace(String taskId, TaskRequest request) {}
