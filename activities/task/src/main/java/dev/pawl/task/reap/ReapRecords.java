package dev.pawl.task.reap;

import dev.pawl.db.audit.Audit;
import dev.pawl.db.host.Hosts;
import dev.pawl.db.lock.WorkspaceLocks;
import dev.pawl.record.event.TaskEvents;
import dev.pawl.task.TaskRecords;

/** The repositories that the reaper compares with the engine and the hosts. */
public record ReapRecords(TaskRecords tasks, WorkspaceLocks locks, Hosts hosts, Audit audit, TaskEvents events) {}
