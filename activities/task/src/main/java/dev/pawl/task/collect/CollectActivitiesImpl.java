package dev.pawl.task.collect;

import dev.pawl.db.host.Hosts;
import dev.pawl.db.retention.Retention;
import dev.pawl.host.heartbeat.Heartbeat;
import dev.pawl.workflows.activity.collect.Collect;
import dev.pawl.workflows.activity.collect.CollectActivities;
import dev.pawl.workflows.activity.collect.CollectRows;
import dev.pawl.workflows.activity.collect.Collected;
import dev.pawl.workflows.activity.collect.CollectedThere;
import dev.pawl.workflows.activity.collect.HostsToCollect;
import dev.pawl.workflows.model.upkeep.CollectedKind;
import java.time.Duration;
import java.util.List;

/** Removes the rows of tasks that ended long ago, with everything that belongs to them. */
public final class CollectActivitiesImpl implements CollectActivities {
    /** The next run removes more; each task is one transaction. */
    private static final int AT_ONCE = 10_000;

    private static final Duration LATELY = Duration.ofHours(24);

    private final Retention retention;
    private final Hosts hosts;
    private final RetentionPolicy policy;

    public CollectActivitiesImpl(Retention retention, Hosts hosts, RetentionPolicy policy) {
        this.retention = retention;
        this.hosts = hosts;
        this.policy = policy;
    }

    @Override
    public HostsToCollect findHosts(Collect input) {
        return new HostsToCollect(hosts.toAsk(LATELY));
    }

    @Override
    public CollectedThere collectRows(CollectRows input) {
        try (Heartbeat heartbeat = Heartbeat.start()) {
            long removed = 0;
            for (String task : retention.ended(policy.tasks(), input.hosts(), AT_ONCE)) {
                heartbeat.check();
                if (input.dryRun() || retention.forget(task, policy.tasks())) {
                    removed++;
                }
            }
            return new CollectedThere(List.of(new Collected(CollectedKind.TASK_ROWS, removed, 0)));
        }
    }
}
