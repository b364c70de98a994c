package dev.pawl.evidence;

import dev.pawl.evidence.attempt.HostActivity;
import dev.pawl.host.file.Removal;
import dev.pawl.host.heartbeat.Attempt;
import dev.pawl.workflows.activity.workspace.DeliverResult;
import dev.pawl.workflows.activity.workspace.Delivered;
import dev.pawl.workflows.activity.workspace.PrepareWorkspace;
import dev.pawl.workflows.activity.workspace.Prepared;
import dev.pawl.workflows.activity.workspace.ReleaseWorkspace;
import dev.pawl.workflows.activity.workspace.WorkspaceActivities;
import dev.pawl.workspace.delivery.DeliverySpec;
import dev.pawl.workspace.delivery.ResultDelivery;
import dev.pawl.workspace.lock.DeliveryWatch;

/** Prepares, delivers and releases workspaces on their host. Idempotent. */
public final class WorkspaceActivitiesImpl implements WorkspaceActivities {
    private static final int BASELINE = 0;

    private final EvidenceHost host;
    private final EvidenceRecords records;
    private final ResultDelivery delivery;

    public WorkspaceActivitiesImpl(EvidenceHost host, EvidenceRecords records, ResultDelivery delivery) {
        this.host = host;
        this.records = records;
        this.delivery = delivery;
    }

    @Override
    public Prepared prepare(PrepareWorkspace input) {
        return HostActivity.run(
                host.workspaces().turns(),
                input.taskId(),
                check -> records.finished(input.taskId(), BASELINE, check),
                phase -> records.doing(input.taskId(), phase),
                progress -> new Preparation(host).prepare(input, progress),
                prepared -> records.prepared(input.taskId(), prepared));
    }

    @Override
    public Delivered deliver(DeliverResult input) {
        return HostActivity.alone(
                host.workspaces().turns(),
                input.taskId(),
                attempt -> delivery.deliver(
                        input.taskId(),
                        DeliverySpec.of(input.request()),
                        input.snapshot(),
                        watch(input.taskId(), attempt)));
    }

    @Override
    public void release(ReleaseWorkspace input) {
        HostActivity.alone(host.workspaces().turns(), input.taskId(), attempt -> {
            host.processes().sweep(input.taskId());
            Removal.remove(host.directories().checks(input.taskId()));
            Removal.remove(host.directories().agentSessions(input.taskId()));
            // Undoes a delivery that was cancelled or lost halfway; a directory that stays half changed stays locked.
            host.workspaces().undoneDelivery().undo(input.taskId(), attempt::check);
            host.workspaces().release(input.taskId());
            return input;
        });
    }

    private DeliveryWatch watch(String taskId, Attempt attempt) {
        return new DeliveryWatch() {
            @Override
            public void check() {
                attempt.check();
            }

            @Override
            public void waiting(String why) {
                records.doing(taskId, why);
            }
        };
    }
}
