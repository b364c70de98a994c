package dev.pawl.workflows.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pawl.workflows.activity.TaskQueues;
import dev.pawl.workflows.codec.MemoryClaims;
import dev.pawl.workflows.codec.PawlDataConverter;
import dev.pawl.workflows.task.TaskWorkflow;
import dev.pawl.workflows.task.TaskWorkflowImpl;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.testing.WorkflowReplayer;
import io.temporal.worker.Worker;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Running tasks survive a change of the workflow: what was recorded is what the code of today would do. */
class ReplayTest {
    private final TestWorkflowEnvironment engine =
            TestWorkflowEnvironment.newInstance(TestEnvironmentOptions.newBuilder()
                    .setWorkflowClientOptions(WorkflowClientOptions.newBuilder()
                            .setDataConverter(PawlDataConverter.create(new MemoryClaims()))
                            .build())
                    .build());

    /** What the history of each kind must show, so that it really is one of that kind. */
    private static final Map<String, Predicate<List<HistoryEvent>>> KINDS = Map.of(
            "accepted", events -> count(events, EventType.EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED) == 1,
            "retried", events -> scheduled(events, "RunAgent") == 2,
            "clarified", events -> count(events, EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_COMPLETED) == 1,
            "parked", events -> count(events, EventType.EVENT_TYPE_TIMER_FIRED) > 0,
            "cancelled",
                    events -> count(events, EventType.EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED) == 1
                            && count(events, EventType.EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED) == 1,
            "stopped",
                    events -> count(events, EventType.EVENT_TYPE_ACTIVITY_TASK_CANCELED) == 1
                            && count(events, EventType.EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED) == 1,
            "continued-first", events -> count(events, EventType.EVENT_TYPE_WORKFLOW_EXECUTION_CONTINUED_AS_NEW) == 1,
            "continued-last",
                    events -> !events.getFirst()
                            .getWorkflowExecutionStartedEventAttributes()
                            .getContinuedExecutionRunId()
                            .isEmpty(),
            "crashed",
                    events -> events.stream()
                            .anyMatch(event -> event.getActivityTaskStartedEventAttributes()
                                            .getAttempt()
                                    > 1));

    @AfterEach
    void stop() {
        engine.close();
    }

    static List<Recording> recordings() {
        return Recording.all();
    }

    @Test
    void thereIsARecordingOfEachKindOfRun() {
        assertThat(Recording.all()).extracting(Recording::kind).containsExactlyInAnyOrderElementsOf(KINDS.keySet());
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void aRecordingIsWhatItsNameSays(Recording recording) {
        assertThat(KINDS.getOrDefault(recording.kind(), events -> false)
                        .test(recording.history().getEvents()))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void aRecordedTaskGoesOnWithTheWorkflowThereIsNow(Recording recording) {
        assertThatCode(() -> replay(recording, TaskWorkflowImpl.class)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void aChangedWorkflowIsFoundOut(Recording recording) {
        assertThatThrownBy(() -> replay(recording, ChangedTaskWorkflow.class))
                .hasStackTraceContaining("NonDeterministicException");
    }

    private void replay(Recording recording, Class<? extends TaskWorkflow> workflow) throws Exception {
        Worker worker = engine.newWorker(TaskQueues.TASKS);
        worker.registerWorkflowImplementationTypes(workflow);
        WorkflowReplayer.replayWorkflowExecution(recording.history(), worker);
    }

    private static long count(List<HistoryEvent> events, EventType type) {
        return events.stream().filter(event -> event.getEventType() == type).count();
    }

    private static long scheduled(List<HistoryEvent> events, String activity) {
        return events.stream()
                .filter(event -> event.getActivityTaskScheduledEventAttributes()
                        .getActivityType()
                        .getName()
                        .equals(activity))
                .count();
    }
}
