package dev.pawl.task.reap;

import dev.pawl.db.audit.HeldLock;
import dev.pawl.workflows.model.upkeep.InconsistencyKind;

/** Directories that are locked for tasks whose workflow is no longer there to release them. */
final class Locks {
    private final ReapRecords records;
    private final TaskWorkflows workflows;

    Locks(ReapRecords records, TaskWorkflows workflows) {
        this.records = records;
        this.workflows = workflows;
    }

    void compare(Findings findings) {
        records.audit().locksOfEnded().forEach(lock -> compare(lock, findings));
    }

    private void compare(HeldLock lock, Findings findings) {
        boolean over = records.tasks()
                .tasks()
                .find(lock.taskId())
                .map(task -> workflows.of(task) instanceof WorkflowState.Ended)
                .orElse(false);
        if (over) {
            findings.safe(
                    InconsistencyKind.LOCK_OF_ENDED_TASK,
                    lock.taskId(),
                    "it has ended, but still holds %s".formatted(lock.key()),
                    "release it",
                    () -> records.locks().release(lock.taskId()));
        }
    }
}
