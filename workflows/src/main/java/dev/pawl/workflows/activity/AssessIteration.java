package dev.pawl.workflows.activity;

import dev.pawl.workflows.model.ClaimChecked;
import dev.pawl.workflows.model.TaskRequest;

/** @param prepared what the checks are and what the baseline showed */
@ClaimChecked
public record AssessIteration(String taskId, int iteration, TaskRequest request, Prepared prepared) {}
