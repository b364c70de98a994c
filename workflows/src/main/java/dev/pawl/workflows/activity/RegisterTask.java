package dev.pawl.workflows.activity;

import dev.pawl.workflows.model.ClaimChecked;
import dev.pawl.workflows.model.TaskRequest;

/** @param runId the workflow run, which a reset changes */
@ClaimChecked
public record RegisterTask(String taskId, String runId, TaskRequest request) {}
