package dev.pawl.workflows.activity.task;

import dev.pawl.workflows.model.evidence.ClaimChecked;
import dev.pawl.workflows.model.request.TaskRequest;

/** @param runId the workflow run; a reset changes it */
@ClaimChecked
public record RegisterTask(String taskId, String runId, TaskRequest request) {}
