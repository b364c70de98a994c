package dev.pawl.workflows.reap;

import dev.pawl.workflows.activity.TaskQueues;
import dev.pawl.workflows.activity.reap.HostReapActivities;
import dev.pawl.workflows.activity.reap.HostReaped;
import dev.pawl.workflows.activity.reap.Reap;
import dev.pawl.workflows.activity.reap.ReapActivities;
import dev.pawl.workflows.activity.reap.RowsReaped;
import dev.pawl.workflows.model.upkeep.Inconsistency;
import dev.pawl.workflows.model.upkeep.InconsistencyKind;
import dev.pawl.workflows.model.upkeep.Repair;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.failure.ActivityFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Rows first, since closing them frees what is on hosts; then all hosts concurrently. */
public final class ReapWorkflowImpl implements ReapWorkflow {
    private static final Duration HEARTBEAT = Duration.ofSeconds(20);

    /** A host without a worker to start the activity in time is silent. */
    private static final Duration TAKEN_UP = Duration.ofSeconds(10);

    /** Limit over all hosts, well below what a history can hold. */
    private static final int MOST = 60;

    private static final RetryOptions TWICE =
            RetryOptions.newBuilder().setMaximumAttempts(2).build();

    private final ReapActivities rows = Workflow.newActivityStub(
            ReapActivities.class,
            ActivityOptions.newBuilder()
                    .setTaskQueue(TaskQueues.TASKS)
                    .setStartToCloseTimeout(Duration.ofMinutes(5))
                    .setHeartbeatTimeout(HEARTBEAT)
                    .setRetryOptions(TWICE)
                    .build());

    @Override
    public ReapReport run(Reap input) {
        RowsReaped reaped = rows.reapRows(input);
        List<Promise<HostReaped>> asked = new ArrayList<>();
        for (String host : reaped.hosts()) {
            asked.add(Async.function(host(host)::reapHost, input));
        }
        Sum sum = new Sum(reaped);
        for (int i = 0; i < asked.size(); i++) {
            sum.add(reaped.hosts().get(i), asked.get(i));
        }
        return sum.report();
    }

    private static HostReapActivities host(String hostId) {
        return Workflow.newActivityStub(
                HostReapActivities.class,
                ActivityOptions.newBuilder()
                        .setTaskQueue(TaskQueues.host(hostId))
                        .setScheduleToStartTimeout(TAKEN_UP)
                        .setStartToCloseTimeout(Duration.ofMinutes(2))
                        .setHeartbeatTimeout(HEARTBEAT)
                        .setRetryOptions(TWICE)
                        .build());
    }

    private static final class Sum {
        private final RowsReaped rows;
        private final List<String> hosts = new ArrayList<>();
        private final List<Inconsistency> found;
        private int leftOut;
        private int workers;
        private int processes;
        private int workspaces;

        Sum(RowsReaped rows) {
            this.rows = rows;
            this.found = new ArrayList<>(rows.found());
            this.leftOut = rows.leftOut();
        }

        void add(String hostId, Promise<HostReaped> answer) {
            try {
                HostReaped host = answer.get();
                hosts.add(hostId);
                workers += host.workers();
                processes += host.processes();
                workspaces += host.workspaces();
                found.addAll(host.found());
                leftOut += host.leftOut();
            } catch (ActivityFailure e) {
                found.add(new Inconsistency(
                        InconsistencyKind.HOST_SILENT,
                        hostId,
                        hostId,
                        "its processes and workspaces were not looked at, and its tasks wait",
                        "start a worker with pawl.host.id=" + hostId,
                        Repair.BY_PERSON));
            }
        }

        ReapReport report() {
            List<Inconsistency> named = found.subList(0, Math.min(MOST, found.size()));
            int unnamed = leftOut + found.size() - named.size();
            return new ReapReport(rows.counts(), hosts, workers, processes, workspaces, named, unnamed);
        }
    }
}
