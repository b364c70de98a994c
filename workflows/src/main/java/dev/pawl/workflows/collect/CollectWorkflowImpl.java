package dev.pawl.workflows.collect;

import dev.pawl.workflows.activity.TaskQueues;
import dev.pawl.workflows.activity.collect.Collect;
import dev.pawl.workflows.activity.collect.CollectActivities;
import dev.pawl.workflows.activity.collect.CollectRows;
import dev.pawl.workflows.activity.collect.Collected;
import dev.pawl.workflows.activity.collect.CollectedThere;
import dev.pawl.workflows.activity.collect.HostCollectActivities;
import dev.pawl.workflows.model.upkeep.CollectedKind;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.failure.ActivityFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Collects the rows last: without them a host does not know whose files it has. */
public final class CollectWorkflowImpl implements CollectWorkflow {
    private static final Duration HEARTBEAT = Duration.ofSeconds(20);

    /** A busy host starts it between the steps of its tasks. */
    private static final Duration TAKEN_UP = Duration.ofHours(1);

    private static final RetryOptions TWICE =
            RetryOptions.newBuilder().setMaximumAttempts(2).build();

    private final CollectActivities rows = Workflow.newActivityStub(
            CollectActivities.class, options(TaskQueues.TASKS).build());

    @Override
    public CollectReport run(Collect input) {
        List<String> hosts = rows.findHosts(input).hosts();
        List<Promise<CollectedThere>> asked = new ArrayList<>();
        for (String host : hosts) {
            asked.add(Async.function(host(host)::collectHost, input));
        }
        Map<CollectedKind, Collected> sums = new EnumMap<>(CollectedKind.class);
        List<String> answered = new ArrayList<>();
        List<String> silent = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            try {
                add(sums, asked.get(i).get());
                answered.add(hosts.get(i));
            } catch (ActivityFailure e) {
                silent.add(hosts.get(i));
            }
        }
        add(sums, rows.collectRows(new CollectRows(input.dryRun(), answered)));
        return new CollectReport(new ArrayList<>(sums.values()), answered, silent);
    }

    private static void add(Map<CollectedKind, Collected> sums, CollectedThere there) {
        for (Collected one : there.collected()) {
            sums.merge(
                    one.kind(), one, (a, b) -> new Collected(a.kind(), a.count() + b.count(), a.bytes() + b.bytes()));
        }
    }

    private static HostCollectActivities host(String hostId) {
        return Workflow.newActivityStub(
                HostCollectActivities.class,
                options(TaskQueues.host(hostId))
                        .setScheduleToStartTimeout(takenUp())
                        .build());
    }

    /** At most a quarter of the whole, so that the report can still name the silent hosts. */
    private static Duration takenUp() {
        Duration whole = Workflow.getInfo().getWorkflowExecutionTimeout();
        Duration quarter = whole.dividedBy(4);
        return whole.isZero() || quarter.compareTo(TAKEN_UP) > 0 ? TAKEN_UP : quarter;
    }

    private static ActivityOptions.Builder options(String queue) {
        return ActivityOptions.newBuilder()
                .setTaskQueue(queue)
                .setStartToCloseTimeout(Duration.ofHours(1))
                .setHeartbeatTimeout(HEARTBEAT)
                .setRetryOptions(TWICE);
    }
}
