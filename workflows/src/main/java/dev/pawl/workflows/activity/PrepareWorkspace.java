package dev.pawl.workflows.activity;

import dev.pawl.workflows.model.ClaimChecked;
import dev.pawl.workflows.model.TaskRequest;

/** A workspace is named by its task; its place on the host is the host's affair. */
@ClaimChecked
public record PrepareWorkspace(String taskId, TaskRequest request) {}
