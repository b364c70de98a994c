package dev.pawl.workflows.activity.evidence;

import dev.pawl.workflows.activity.workspace.Prepared;
import dev.pawl.workflows.model.evidence.ClaimChecked;
import dev.pawl.workflows.model.request.TaskRequest;

/** @param prepared the checks and their baseline */
@ClaimChecked
public record AssessIteration(String taskId, int iteration, TaskRequest request, Prepared prepared) {}
