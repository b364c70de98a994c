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
import java.util.function.Predicate;

/** Removes the rows of tasks and plans that ended long ago, with everything that belongs to them. */
public final class CollectActivitiesImpl implements CollectActivities {
    /** The next run removes more; each task or plan is one transaction. */
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
            List<String> tasks = retention.ended(policy.tasks(), input.hosts(), AT_ONCE);
            List<String> plans = retention.endedPlans(policy.tasks(), input.hosts(), AT_ONCE);
            return new CollectedThere(List.of(
                    removed(CollectedKind.TASK_ROWS, tasks, task -> {
                        heartbeat.check();
                        return input.dryRun() || retention.forget(task, policy.tasks());
                    }),
                    removed(CollectedKind.PLAN_ROWS, plans, plan -> {
                        heartbeat.check();
                        return input.dryRun() || retention.forgetPlan(plan, policy.tasks());
                    })));
        }
    }

    private static Collected removed(CollectedKind kind, List<String> ids, Predicate<String> remove) {
        return new Collected(kind, ids.stream().filter(remove).count(), 0);
    }
}
