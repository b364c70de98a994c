package dev.pawl.acceptance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.acceptance.stack.LocalStack;
import dev.pawl.acceptance.stack.Programs;
import dev.pawl.acceptance.stack.Tasks;
import dev.pawl.api.v1.AnswerRequest;
import dev.pawl.api.v1.CancelRequest;
import dev.pawl.api.v1.GetInfoRequest;
import dev.pawl.api.v1.Task;
import dev.pawl.api.v1.TaskStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A machine without a Temporal server and without Go to build one. */
class InProcessEngineIT {
    @TempDir
    private Path directory;

    private LocalStack stack;
    private Tasks tasks;

    @BeforeEach
    void start() {
        stack = LocalStack.started(Map.of(
                "PATH",
                Programs.pathWithout(directory, "go", "temporal"),
                "PAWL_CACHE",
                directory.resolve("cache").toString()));
        tasks = new Tasks(stack);
    }

    @AfterEach
    void stop() {
        stack.close();
    }

    @Test
    void tasksAreProvenAnsweredAndCancelledAndEndWithTheEngine() {
        assertThat(stack.client()
                        .server()
                        .getInfo(GetInfoRequest.getDefaultInstance())
                        .getEngine()
                        .getDurable())
                .isFalse();
        String proven = tasks.submit(Tasks.calculator("calculator"));
        String unclear = tasks.submit(Tasks.calculator("vague"));
        String cancelled = tasks.submit(Tasks.calculator("endless"));
        tasks.await(unclear, TaskStatus.TASK_STATUS_WAITING);
        stack.client()
                .tasks()
                .answer(AnswerRequest.newBuilder()
                        .setTaskId(unclear)
                        .setText("handle decimals")
                        .setBy("ann")
                        .build());
        awaitAgent(cancelled);
        stack.client()
                .tasks()
                .cancel(CancelRequest.newBuilder().setTaskId(cancelled).build());

        assertThat(tasks.finished(proven).getStatus()).isEqualTo(TaskStatus.TASK_STATUS_ACCEPTED);
        assertThat(tasks.finished(unclear).getStatus()).isEqualTo(TaskStatus.TASK_STATUS_ACCEPTED);
        assertThat(tasks.finished(cancelled).getStatus()).isEqualTo(TaskStatus.TASK_STATUS_CANCELLED);

        String lost = tasks.submit(Tasks.calculator("endless"));
        awaitAgent(lost);
        stack.terminate();
        stack.start();

        Task ended = tasks.finished(lost);
        assertThat(ended.getStatus()).isEqualTo(TaskStatus.TASK_STATUS_FAILED);
        assertThat(ended.getReason()).startsWith("the engine lost its workflow");
        assertThat(Tasks.processesOf(lost)).isFalse();
    }

    private void awaitAgent(String id) {
        Awaitility.await("the agent of " + id + " runs")
                .atMost(Duration.ofMinutes(1))
                .until(() -> Tasks.processesOf(id) && tasks.get(id).getSessionsCount() == 1);
    }
}
