package dev.pawl.workflows.activity.task;

import dev.pawl.workflows.model.outcome.TaskOutcome;

public record FinishTask(String taskId, TaskOutcome outcome) {}
