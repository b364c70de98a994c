package dev.pawl.workflows.activity.task;

import dev.pawl.workflows.model.outcome.TaskStatus;

/**
 * @param phase what runs now, for people: {@code preparing}, {@code agent}, {@code checks}, {@code judge}, …
 * @param detail one line; empty if the phase says enough
 */
public record PublishProgress(String taskId, TaskStatus status, int iteration, String phase, String detail) {}
