package dev.pawl.workflows.activity;

import dev.pawl.workflows.model.TaskOutcome;

public record FinishTask(String taskId, TaskOutcome outcome) {}
