package dev.pawl.task.reap;

import dev.pawl.db.audit.Audit;
import dev.pawl.db.host.Hosts;
import dev.pawl.db.lock.WorkspaceLocks;
import dev.pawl.db.plan.PlanReads;
import dev.pawl.db.plan.Plans;
import dev.pawl.record.event.TaskEvents;
import dev.pawl.task.TaskRecords;

/** The repositories that the reaper compares with the engine and the hosts. */
public record ReapRecords(
        TaskRecords tasks,
        Plans plans,
        PlanReads planReads,
        WorkspaceLocks locks,
        Hosts hosts,
        Audit audit,
        TaskEvents events) {}
