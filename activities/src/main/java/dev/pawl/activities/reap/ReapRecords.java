package dev.pawl.activities.reap;

import dev.pawl.activities.event.TaskEvents;
import dev.pawl.activities.task.TaskRecords;
import dev.pawl.db.audit.Audit;
import dev.pawl.db.host.Hosts;
import dev.pawl.db.lock.WorkspaceLocks;

/** Where it is written down what there should be. */
public record ReapRecords(TaskRecords tasks, WorkspaceLocks locks, Hosts hosts, Audit audit, TaskEvents events) {}
