package dev.pawl.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.util.Timestamps;
import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.GetTaskRequest;
import dev.pawl.api.v1.Task;
import dev.pawl.api.v1.WatchTaskRequest;
import dev.pawl.api.v1.WatchTaskResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A stall is reported in the engine's words, on a gateway that asks after a second instead of half a minute. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StallIT {
    private static final Duration SOON = Duration.ofSeconds(30);

    private GatewayUnderTest gateway;
    private PawlClient client;
    private String takenLate;

    /** The first task waits for a worker; no test with a worker can show that. */
    @BeforeAll
    void start(@TempDir Path directory) throws IOException {
        gateway = new GatewayUnderTest(directory, "--pawl.gateway.stall=1s", "--pawl.gateway.registration=100ms");
        client = gateway.client();
        takenLate = submit(StuckWorkflow.WAITING);
        assertThat(stalled(takenLate, "").getStall().getProblem())
                .isEqualTo("its workflow task waits on the queue pawl-tasks, and no worker takes it");
        gateway.work(StuckWorkflow.class, new FakeBookkeeping(gateway.rows()) {
            @Override
            public void finish(String taskId, String status, String reason) {
                throw new IllegalStateException("the disk is full");
            }
        });
    }

    @AfterAll
    void stop() throws IOException {
        client.close();
        gateway.close();
    }

    @Test
    void aTaskThatWaitsAsItShouldIsNotCalledStalled() {
        Awaitility.await().atMost(SOON).until(() -> task(takenLate).hasWorkspace() && quiet(takenLate));

        assertThat(task(takenLate).hasStall()).isFalse();
    }

    @Test
    void aWorkflowTaskThatFailsIsReportedWithTheEnginesFailure() {
        String id = submit(StuckWorkflow.UNKNOWN_ATTRIBUTE);

        // On a busy machine a slow start of the workflow may be what fails first.
        Task task = stalled(id, "PawlStatus");

        assertThat(task.getStall().getProblem()).startsWith("its workflow task fails: ");
        assertThat(task.getStall().getAdvice()).isNotEmpty();
        assertThat(Timestamps.compare(task.getStall().getSince(), task.getUpdatedAt()))
                .isNotNegative();
        assertThat(watched(id)).startsWith("its workflow task fails: ");
    }

    @Test
    void aStepThatFailsIsReportedWithItsFailure() {
        Task task = stalled(submit(StuckWorkflow.FAILING_STEP), "the disk is full");

        assertThat(task.getStall().getProblem()).startsWith("the step Finish fails: ");
    }

    private String submit(String title) {
        return client.tasks()
                .submitTask(TaskSpecs.submission(TaskSpecs.valid().setTitle(title)))
                .getTaskId();
    }

    private Task stalled(String id, String problem) {
        Awaitility.await(id + " is stalled by " + problem)
                .atMost(SOON)
                .until(() ->
                        task(id).hasStall() && task(id).getStall().getProblem().contains(problem));
        return task(id);
    }

    private boolean quiet(String id) {
        return gateway.rows()
                .tasks()
                .lastChange(id)
                .filter(last -> last.plusSeconds(2).isBefore(Instant.now()))
                .isPresent();
    }

    private Task task(String id) {
        return client.tasks()
                .getTask(GetTaskRequest.newBuilder().setTaskId(id).build())
                .getTask();
    }

    /** The problem as reported to a watcher. */
    private String watched(String id) {
        Iterator<WatchTaskResponse> stream = client.streams()
                .watchTask(WatchTaskRequest.newBuilder().setTaskId(id).build());
        while (true) {
            WatchTaskResponse next = stream.next();
            if (next.hasProgress() && next.getProgress().hasStall()) {
                return next.getProgress().getStall().getProblem();
            }
        }
    }
}
