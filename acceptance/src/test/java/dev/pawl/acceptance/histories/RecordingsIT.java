package dev.pawl.acceptance.histories;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.pawl.acceptance.stack.Distribution;
import dev.pawl.acceptance.stack.Engine;
import dev.pawl.acceptance.stack.LocalStack;
import dev.pawl.acceptance.stack.Tasks;
import dev.pawl.activities.store.ContentClaims;
import dev.pawl.api.v1.AnswerRequest;
import dev.pawl.api.v1.CancelRequest;
import dev.pawl.api.v1.Limits;
import dev.pawl.api.v1.StopRequest;
import dev.pawl.api.v1.TaskSpec;
import dev.pawl.api.v1.TaskStatus;
import dev.pawl.db.content.LocalContentStore;
import dev.pawl.workflows.activity.TaskQueues;
import dev.pawl.workflows.codec.ClaimStore;
import dev.pawl.workflows.codec.PawlDataConverter;
import dev.pawl.workflows.task.TaskWorkflowImpl;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.testing.WorkflowReplayer;
import io.temporal.worker.Worker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What real tasks leave in the engine can be replayed. {@code -Dpawl.histories.write=true} also writes it into the test
 * resources of the workflows module, where it holds the workflows of tomorrow to what tasks of today began.
 */
class RecordingsIT {
    private static final boolean WRITE = Boolean.getBoolean("pawl.histories.write");
    private static final Path RECORDINGS = Distribution.root().resolve("workflows/src/test/resources/histories");

    private final LocalStack stack = LocalStack.started();
    private final Tasks tasks = new Tasks(stack);
    private final ClaimStore claims =
            new ContentClaims(new LocalContentStore(stack.home().resolve("content")));

    @TempDir
    Path provider;

    @AfterEach
    void stop() {
        stack.close();
    }

    @Test
    void realTasksOfEveryKindAreReplayed() throws IOException {
        String accepted = tasks.submit(Tasks.calculator("calculator_at_once"));
        String retried = tasks.submit(Tasks.calculator("calculator"));
        String clarified = tasks.submit(Tasks.calculator("vague"));
        String stopped = tasks.submit(Tasks.calculator("endless"));
        String cancelled = tasks.submit(Tasks.calculator("endless"));
        String parked = tasks.submit(limited());
        answer(clarified);
        awaitAgent(stopped);
        awaitAgent(cancelled);
        stack.client()
                .tasks()
                .stop(StopRequest.newBuilder().setTaskId(stopped).setBy("ann").build());
        stack.client()
                .tasks()
                .cancel(CancelRequest.newBuilder()
                        .setTaskId(cancelled)
                        .setBy("ann")
                        .build());
        Files.createFile(provider.resolve("serve"));

        replay("accepted", accepted);
        replay("retried", retried);
        replay("clarified", clarified);
        replay("stopped", stopped);
        replay("cancelled", cancelled);
        replay("parked", parked);
    }

    @Test
    void aTaskWhoseWorkerDiedIsReplayed() {
        String crashed = tasks.submit(Tasks.calculator("slow"));
        awaitAgent(crashed);
        stack.kill();
        stack.start();

        replay("crashed", crashed);
    }

    @Test
    void aTaskThatContinuedAsNewIsReplayedRunByRun() {
        String continued = tasks.submit(Tasks.playing("five")
                .setLimits(Limits.newBuilder().setIterations(30))
                .addFiles("count.txt")
                .addChecks(Tasks.check("count", "cat count.txt; test \"$(cat count.txt)\" = 26")));
        Awaitility.await("26 iterations")
                .atMost(Duration.ofMinutes(5))
                .until(() -> tasks.get(continued).hasFinishedAt());

        try (Engine engine = new Engine(stack)) {
            WorkflowExecutionHistory last = engine.history(continued);
            String first = last.getEvents()
                    .getFirst()
                    .getWorkflowExecutionStartedEventAttributes()
                    .getContinuedExecutionRunId();
            replay("continued-first", continued, engine.client().fetchHistory(continued, first));
            replay("continued-last", continued, last);
        }
    }

    private TaskSpec.Builder limited() throws IOException {
        Instant opens = Instant.now().plus(Duration.ofSeconds(25));
        Files.writeString(provider.resolve("opens-at"), Long.toString(opens.getEpochSecond()));
        TaskSpec.Builder task = Tasks.calculator("limited");
        task.getAgentBuilder().addCommand(provider.toString());
        return task;
    }

    private void answer(String taskId) {
        tasks.await(taskId, TaskStatus.TASK_STATUS_WAITING);
        stack.client()
                .tasks()
                .answer(AnswerRequest.newBuilder()
                        .setTaskId(taskId)
                        .setText("handle decimals")
                        .setBy("ann")
                        .build());
    }

    private void awaitAgent(String taskId) {
        Awaitility.await("the agent of " + taskId)
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> tasks.get(taskId).getSessionsCount() == 1 && Tasks.processesOf(taskId));
    }

    private void replay(String kind, String taskId) {
        tasks.finished(taskId);
        try (Engine engine = new Engine(stack)) {
            // The rows are final a moment before the history is.
            Awaitility.await(taskId + " is closed")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> closed(engine.history(taskId)));
            replay(kind, taskId, engine.history(taskId));
        }
    }

    private static boolean closed(WorkflowExecutionHistory history) {
        return switch (history.getLastEvent().getEventType()) {
            case EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED, EVENT_TYPE_WORKFLOW_EXECUTION_CANCELED -> true;
            default -> false;
        };
    }

    private void replay(String kind, String taskId, WorkflowExecutionHistory history) {
        assertThatCode(() -> replay(history)).as("replay of " + kind).doesNotThrowAnyException();
        if (WRITE) {
            write(kind, new Neutral(claims, names(taskId)).of(history.toJson(true)));
        }
    }

    private void replay(WorkflowExecutionHistory history) throws Exception {
        TestEnvironmentOptions options = TestEnvironmentOptions.newBuilder()
                .setWorkflowClientOptions(WorkflowClientOptions.newBuilder()
                        .setDataConverter(PawlDataConverter.create(claims))
                        .build())
                .build();
        try (TestWorkflowEnvironment environment = TestWorkflowEnvironment.newInstance(options)) {
            Worker worker = environment.newWorker(TaskQueues.TASKS);
            worker.registerWorkflowImplementationTypes(TaskWorkflowImpl.class);
            WorkflowReplayer.replayWorkflowExecution(history, worker);
        }
    }

    private Map<String, String> names(String taskId) {
        Map<String, String> names = new LinkedHashMap<>();
        names.put(Distribution.resource("agents/agent.py").toString(), "agent.py");
        names.put(provider.toString(), "provider");
        names.put(stack.home().toString(), "home");
        names.put(stack.hostId(), "host");
        names.put(taskId, "t-recorded");
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
