package dev.pawl.acceptance.histories;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.pawl.acceptance.stack.Distribution;
import dev.pawl.acceptance.stack.Engine;
import dev.pawl.acceptance.stack.Tasks;
import dev.pawl.db.content.LocalContentStore;
import dev.pawl.record.content.ContentClaims;
import dev.pawl.workflows.activity.TaskQueues;
import dev.pawl.workflows.codec.ClaimStore;
import dev.pawl.workflows.codec.PawlDataConverter;
import dev.pawl.workflows.collect.CollectWorkflowImpl;
import dev.pawl.workflows.plan.PlanWorkflowImpl;
import dev.pawl.workflows.reap.ReapWorkflowImpl;
import dev.pawl.workflows.scheduled.ScheduledRunWorkflowImpl;
import dev.pawl.workflows.scheduled.WorkIds;
import dev.pawl.workflows.task.TaskWorkflowImpl;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.testing.WorkflowReplayer;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.awaitility.Awaitility;

/**
 * Replays histories from the engine. {@code -Dpawl.histories.write=true} also writes them into the test resources of
 * the workflows module, to check that later workflow code can continue today's tasks; {@code false} only replays.
 */
final class Recorder {
    /** Other tests may keep both cores busy. */
    private static final WorkerOptions PATIENT = WorkerOptions.newBuilder()
            .setDefaultDeadlockDetectionTimeout(Duration.ofMinutes(1).toMillis())
            .build();

    static final String WRITE = "pawl.histories.write";

    private static final Path RECORDINGS = Distribution.root().resolve("workflows/src/test/resources/histories");

    private final RecordedStack recorded;
    private final Tasks tasks;
    private final ClaimStore claims;

    Recorder(RecordedStack recorded) {
        this.recorded = recorded;
        this.tasks = recorded.tasks();
        this.claims =
                new ContentClaims(new LocalContentStore(recorded.stack().home().resolve("content")));
    }

    /** Waits until the task has ended, and replays its last run. */
    void task(String kind, String taskId) {
        tasks.finished(taskId);
        workflow(kind, taskId);
    }

    /** Waits until the workflow is closed, and replays its last run. */
    void workflow(String kind, String workflowId) {
        try (Engine engine = new Engine(recorded.stack())) {
            // The rows are final slightly before the history is.
            Awaitility.await(workflowId + " is closed")
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> closed(engine.history(workflowId)));
            run(kind, workflowId, engine.history(workflowId));
        }
    }

    private static boolean closed(WorkflowExecutionHistory history) {
        return switch (history.getLastEvent().getEventType()) {
            case EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED, EVENT_TYPE_WORKFLOW_EXECUTION_CANCELED -> true;
            default -> false;
        };
    }

    /** Replays one run. */
    void run(String kind, String workflowId, WorkflowExecutionHistory history) {
        assertThatCode(() -> replay(history)).as("replay of " + kind).doesNotThrowAnyException();
        if (Boolean.getBoolean(WRITE)) {
            write(kind, new Neutral(claims, names(workflowId)).of(history.toJson(true)));
        }
    }

    private void replay(WorkflowExecutionHistory history) throws Exception {
        TestEnvironmentOptions options = TestEnvironmentOptions.newBuilder()
                .setWorkflowClientOptions(WorkflowClientOptions.newBuilder()
                        .setDataConverter(PawlDataConverter.create(claims))
                        .build())
                .build();
        try (TestWorkflowEnvironment environment = TestWorkflowEnvironment.newInstance(options)) {
            Worker worker = environment.newWorker(TaskQueues.TASKS, PATIENT);
            worker.registerWorkflowImplementationTypes(
                    TaskWorkflowImpl.class,
                    PlanWorkflowImpl.class,
                    ScheduledRunWorkflowImpl.class,
                    ReapWorkflowImpl.class,
                    CollectWorkflowImpl.class);
            WorkflowReplayer.replayWorkflowExecution(history, worker);
        }
    }

    private Map<String, String> names(String workflowId) {
        Map<String, String> names = new LinkedHashMap<>();
        names.put(Distribution.resource("agents/agent.py").toString(), "agent.py");
        names.put(recorded.places() + "/", "");
        names.put(recorded.stack().home().toString(), "home");
        names.put(recorded.stack().hostId(), "host");
        names.put(workflowId, "t-recorded");
        // The task of a schedule is named after the run.
        names.put(WorkIds.of(workflowId), "t-recorded");
        return names;
    }

    private static void write(String kind, String json) {
        try {
            Files.createDirectories(RECORDINGS);
            Files.writeString(RECORDINGS.resolve(kind + ".json"), json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
