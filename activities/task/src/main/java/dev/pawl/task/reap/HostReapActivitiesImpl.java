package dev.pawl.task.reap;

import dev.pawl.host.heartbeat.Heartbeat;
import dev.pawl.workflows.activity.reap.HostReapActivities;
import dev.pawl.workflows.activity.reap.HostReaped;
import dev.pawl.workflows.activity.reap.Reap;

/** Compares this worker's host with the rows. Safe for several workers at once. */
public final class HostReapActivitiesImpl implements HostReapActivities {
    private final ReapRecords records;
    private final DeadWorkers dead;
    private final LivingRuns runs;
    private final WorkspaceDirectories workspaces;
    private final UnfinishedDeliveries deliveries;
    private final String hostId;

    public HostReapActivitiesImpl(ReapRecords records, DeadWorkers dead, TaskWorkflows workflows, String hostId) {
        this.records = records;
        this.dead = dead;
        this.runs = new LivingRuns(records.audit(), dead);
        this.workspaces = new WorkspaceDirectories(records, workflows, dead.directories());
        this.deliveries = new UnfinishedDeliveries(records, workflows, dead.directories());
        this.hostId = hostId;
    }

    @Override
    public HostReaped reapHost(Reap input) {
        try (Heartbeat heartbeat = Heartbeat.start()) {
            HostReaped reaped = reap(input);
            heartbeat.check();
            return reaped;
        }
    }

    /** The same outside of the engine. */
    public HostReaped reap(Reap input) {
        records.hosts().seen(hostId);
        Findings findings = new Findings(input.repair(), hostId);
        dead.compare(findings);
        runs.compare(findings);
        workspaces.compare(findings);
        deliveries.compare(findings);
        return new HostReaped(
                dead.workers().living().size(), runs.count(), workspaces.count(), findings.found(), findings.leftOut());
    }
}
