package dev.pawl.workflows.scheduled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pawl.workflows.activity.TaskQueues;
import dev.pawl.workflows.codec.MemoryClaims;
import dev.pawl.workflows.codec.PawlDataConverter;
import dev.pawl.workflows.model.Samples;
import dev.pawl.workflows.model.outcome.Cause;
import dev.pawl.workflows.model.outcome.Outcome;
import dev.pawl.workflows.model.outcome.TaskOutcome;
import dev.pawl.workflows.task.state.TaskInput;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.common.converter.EncodedValues;
import io.temporal.failure.CanceledFailure;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.temporal.workflow.DynamicWorkflow;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScheduledRunWorkflowTest {
    private static final List<String> STARTED = new CopyOnWriteArrayList<>();
    private static final List<String> CANCELLED = new CopyOnWriteArrayList<>();

    private final TestWorkflowEnvironment engine =
            TestWorkflowEnvironment.newInstance(TestEnvironmentOptions.newBuilder()
                    .setWorkflowClientOptions(WorkflowClientOptions.newBuilder()
                            .setDataConverter(PawlDataConverter.create(new MemoryClaims()))
                            .build())
                    .build());

    @BeforeEach
    void start() {
        STARTED.clear();
        CANCELLED.clear();
        Worker worker = engine.newWorker(TaskQueues.TASKS);
        worker.registerWorkflowImplementationTypes(ScheduledRunWorkflowImpl.class, AnyTask.class);
        engine.start();
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void aRunStartsItsTaskNamedAfterTheScheduleAndTheTimeAndLastsAsLong() {
        WorkflowStub run = run("pawl-schedule-nightly-2026-11-30T19:00:00Z");

        run.getResult(Void.class);

        assertThat(STARTED).containsExactly("nightly-20261130T190000Z TaskWorkflow Calculator");
    }

    @Test
    void cancellingARunCancelsItsTask() {
        WorkflowStub run = run("pawl-schedule-nightly-2026-11-30T20:00:00Z");
        awaitStart();

        run.cancel();

        assertThatThrownBy(() -> run.getResult(Void.class)).isInstanceOf(WorkflowFailedException.class);
        assertThat(CANCELLED).containsExactly("nightly-20261130T200000Z");
    }

    @Test
    void idsOfTasksHaveNoCharactersThatADirectoryMayNotHave() {
        assertThat(WorkIds.of("pawl-schedule-a.b-2026-11-30T19:00:00Z")).isEqualTo("a.b-20261130T190000Z");
        assertThat(WorkIds.of("pawl-schedule-by-hand")).isEqualTo("by-hand");
    }

    private static void awaitStart() {
        Instant until = Instant.now().plusSeconds(20);
        while (STARTED.isEmpty()) {
            assertThat(Instant.now()).isBefore(until);
            Thread.onSpinWait();
        }
    }

    private WorkflowStub run(String id) {
        WorkflowStub run = engine.getWorkflowClient()
                .newUntypedWorkflowStub(
                        ScheduledRunWorkflow.TYPE,
                        WorkflowOptions.newBuilder()
                                .setWorkflowId(id)
                                .setTaskQueue(TaskQueues.TASKS)
                                .build());
        run.start(ScheduledRun.of("nightly", Samples.request()));
        return run;
    }

    /** Stands for a task that takes an hour. */
    public static final class AnyTask implements DynamicWorkflow {
        @Override
        public Object execute(EncodedValues arguments) {
            TaskInput input = arguments.get(0, TaskInput.class);
            String id = Workflow.getInfo().getWorkflowId();
            STARTED.add("%s %s %s"
                    .formatted(
                            id,
                            Workflow.getInfo().getWorkflowType(),
                            input.request().title()));
            try {
                Workflow.sleep(Duration.ofHours(1));
            } catch (CanceledFailure cancelled) {
                CANCELLED.add(id);
                throw cancelled;
            }
            return new TaskOutcome(Outcome.ACCEPTED, Cause.NONE, "proven", 1, null);
        }
    }
}
