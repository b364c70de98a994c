package dev.pawl.workflows.activity;

/** @param from the host the task leaves */
public record MoveTask(String taskId, String from) {}
