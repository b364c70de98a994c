package dev.pawl.workflows.activity.task;

/** @param from the host the task leaves */
public record MoveTask(String taskId, String from) {}
