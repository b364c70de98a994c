package dev.pawl.workflows.reap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.workflows.activity.TaskQueues;
import dev.pawl.workflows.activity.reap.HostReapActivities;
import dev.pawl.workflows.activity.reap.HostReaped;
import dev.pawl.workflows.activity.reap.Reap;
import dev.pawl.workflows.activity.reap.ReapActivities;
import dev.pawl.workflows.activity.reap.RowsReaped;
import dev.pawl.workflows.codec.MemoryClaims;
import dev.pawl.workflows.codec.PawlDataConverter;
import dev.pawl.workflows.model.upkeep.Inconsistency;
import dev.pawl.workflows.model.upkeep.InconsistencyKind;
import dev.pawl.workflows.model.upkeep.Repair;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReapWorkflowTest {
    private static final Inconsistency LOCK = new Inconsistency(
            InconsistencyKind.LOCK_OF_ENDED_TASK, "t1", null, "it holds /a", "give it back", Repair.DONE);
    private static final Inconsistency PROCESS =
            new Inconsistency(InconsistencyKind.ORPHAN_PROCESS, "w1", "h1", "processes", "end them", Repair.DONE);

    private final TestWorkflowEnvironment engine =
            TestWorkflowEnvironment.newInstance(TestEnvironmentOptions.newBuilder()
                    .setWorkflowClientOptions(WorkflowClientOptions.newBuilder()
                            .setDataConverter(PawlDataConverter.create(new MemoryClaims()))
                            .build())
                    .build());

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void everyHostIsAskedAndOneWithoutAWorkerIsReported() {
        Worker tasks = engine.newWorker(TaskQueues.TASKS);
        tasks.registerWorkflowImplementationTypes(ReapWorkflowImpl.class);
        tasks.registerActivitiesImplementations(
                (ReapActivities) input -> new RowsReaped(null, List.of("h1", "h2"), List.of(LOCK), 1));
        engine.newWorker(TaskQueues.host("h1")).registerActivitiesImplementations((HostReapActivities)
                input -> new HostReaped(2, 3, 4, List.of(PROCESS), 5));
        engine.start();

        ReapReport report = engine.getWorkflowClient()
                .newWorkflowStub(
                        ReapWorkflow.class,
                        WorkflowOptions.newBuilder()
                                .setTaskQueue(TaskQueues.TASKS)
                                .build())
                .run(new Reap(true, false));

        assertThat(report.hosts()).containsExactly("h1");
        assertThat(report.workers()).isEqualTo(2);
        assertThat(report.processes()).isEqualTo(3);
        assertThat(report.workspaces()).isEqualTo(4);
        assertThat(report.leftOut()).isEqualTo(6);
        assertThat(report.found()).startsWith(LOCK, PROCESS).hasSize(3);
        assertThat(report.found().getLast().kind()).isEqualTo(InconsistencyKind.HOST_SILENT);
        assertThat(report.found().getLast().subject()).isEqualTo("h2");
    }
}
