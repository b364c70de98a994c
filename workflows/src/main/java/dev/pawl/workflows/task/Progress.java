package dev.pawl.workflows.task;

import dev.pawl.workflows.model.outcome.TaskStatus;

/** Publishes the phase of a task. */
@FunctionalInterface
interface Progress {
    void show(TaskStatus status, String phase, String detail);
}
