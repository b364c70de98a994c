package dev.pawl.workflows.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pawl.workflows.activity.TaskQueues;
import dev.pawl.workflows.codec.MemoryClaims;
import dev.pawl.workflows.codec.PawlDataConverter;
import dev.pawl.workflows.collect.CollectWorkflow;
import dev.pawl.workflows.collect.CollectWorkflowImpl;
import dev.pawl.workflows.plan.PlanWorkflow;
import dev.pawl.workflows.plan.PlanWorkflowImpl;
import dev.pawl.workflows.reap.ReapWorkflow;
import dev.pawl.workflows.reap.ReapWorkflowImpl;
import dev.pawl.workflows.scheduled.ScheduledRunWorkflow;
import dev.pawl.workflows.scheduled.ScheduledRunWorkflowImpl;
import dev.pawl.workflows.task.TaskWorkflow;
import dev.pawl.workflows.task.TaskWorkflowImpl;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.testing.WorkflowReplayer;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Running tasks survive a change of the workflow: today's code would do what was recorded. */
class ReplayTest {
    /** Other builds may keep the machine busy. */
    private static final WorkerOptions PATIENT = WorkerOptions.newBuilder()
            .setDefaultDeadlockDetectionTimeout(Duration.ofMinutes(1).toMillis())
            .build();

    private final TestWorkflowEnvironment engine =
            TestWorkflowEnvironment.newInstance(TestEnvironmentOptions.newBuilder()
                    .setWorkflowClientOptions(WorkflowClientOptions.newBuilder()
                            .setDataConverter(PawlDataConverter.create(new MemoryClaims()))
                            .build())
                    .build());

    /** Each workflow type with its code, and with the same code changed. */
    private static final Map<String, Class<?>> NOW = Map.of(
            TaskWorkflow.TYPE, TaskWorkflowImpl.class,
            PlanWorkflow.TYPE, PlanWorkflowImpl.class,
            ScheduledRunWorkflow.TYPE, ScheduledRunWorkflowImpl.class,
            ReapWorkflow.TYPE, ReapWorkflowImpl.class,
            CollectWorkflow.TYPE, CollectWorkflowImpl.class);

    private static final Map<String, Class<?>> CHANGED = Map.of(
            TaskWorkflow.TYPE, Changed.Task.class,
            PlanWorkflow.TYPE, Changed.Plan.class,
            ScheduledRunWorkflow.TYPE, Changed.Scheduled.class,
            ReapWorkflow.TYPE, Changed.Reaper.class,
            CollectWorkflow.TYPE, Changed.Collector.class);

    @AfterEach
    void stop() {
        engine.close();
    }

    static List<Recording> recordings() {
        return Recording.all();
    }

    @Test
    void thereIsARecordingOfEachKindOfRun() {
        assertThat(Recording.all()).extracting(Recording::kind).containsExactlyInAnyOrderElementsOf(Kinds.names());
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void aRecordingIsWhatItsNameSays(Recording recording) {
        assertThat(Kinds.isWhatItsNameSays(recording)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void aRecordedRunContinuesWithTheCurrentWorkflow(Recording recording) {
        System.out.println(recording.size());

        assertThatCode(() -> replay(recording, NOW)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void aChangedWorkflowIsFoundOut(Recording recording) {
        assertThatThrownBy(() -> replay(recording, CHANGED)).hasStackTraceContaining("NonDeterministicException");
    }

    private void replay(Recording recording, Map<String, Class<?>> code) throws Exception {
        WorkflowExecutionHistory history = recording.history();
        String type = history.getEvents()
                .getFirst()
                .getWorkflowExecutionStartedEventAttributes()
                .getWorkflowType()
                .getName();
        Worker worker = engine.newWorker(TaskQueues.TASKS, PATIENT);
        worker.registerWorkflowImplementationTypes(Objects.requireNonNull(code.get(type), type));
        WorkflowReplayer.replayWorkflowExecution(history, worker);
    }
}
