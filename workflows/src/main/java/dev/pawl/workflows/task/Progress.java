package dev.pawl.workflows.task;

import dev.pawl.workflows.model.outcome.TaskStatus;

/** Makes visible what a task does now. */
@FunctionalInterface
interface Progress {
    void show(TaskStatus status, String phase, String detail);
}
