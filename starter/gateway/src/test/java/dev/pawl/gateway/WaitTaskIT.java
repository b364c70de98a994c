package dev.pawl.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Duration;
import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.TaskStatus;
import dev.pawl.api.v1.WaitTaskRequest;
import dev.pawl.api.v1.WaitTaskResponse;
import dev.pawl.db.task.TaskResult;
import io.grpc.Status;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Waiting for a task by a single call. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WaitTaskIT {
    private GatewayUnderTest gateway;
    private PawlClient client;

    @BeforeAll
    void start(@TempDir Path directory) throws IOException {
        gateway = new GatewayUnderTest(directory);
        client = gateway.client();
    }

    @AfterAll
    void stop() throws IOException {
        client.close();
        gateway.close();
    }

    @Test
    void aWaitReturnsWhenTheTaskEnds() throws Exception {
        String task = waiting();
        CompletableFuture<WaitTaskResponse> wait = CompletableFuture.supplyAsync(() -> wait(task, 30, false));
        assertThat(wait.isDone()).isFalse();

        gateway.rows().tasks().finish(task, new TaskResult("accepted", "none", "green", null, "none", ""));

        WaitTaskResponse ended = wait.get(20, TimeUnit.SECONDS);
        assertThat(ended.getReached()).isTrue();
        assertThat(ended.getTask().getStatus()).isEqualTo(TaskStatus.TASK_STATUS_ACCEPTED);
    }

    @Test
    void aTaskThatNeedsAPersonIsReachedIfThatIsAskedFor() {
        WaitTaskResponse found = wait(waiting(), 30, true);

        assertThat(found.getReached()).isTrue();
        assertThat(found.getTask().getStatus()).isEqualTo(TaskStatus.TASK_STATUS_WAITING);
    }

    @Test
    void aWaitThatIsNotReachedReturnsTheTaskAsItIs() {
        WaitTaskResponse found = wait(waiting(), 1, false);

        assertThat(found.getReached()).isFalse();
        assertThat(found.getTask().getStatus()).isEqualTo(TaskStatus.TASK_STATUS_WAITING);
    }

    @Test
    void aWaitEndsBeforeTheDeadlineOfItsCall() {
        WaitTaskResponse found = client.streams()
                .withDeadlineAfter(3, TimeUnit.SECONDS)
                .waitTask(WaitTaskRequest.newBuilder()
                        .setTaskId(waiting())
                        .setTimeout(Duration.newBuilder().setSeconds(600))
                        .build());

        assertThat(found.getReached()).isFalse();
    }

    @Test
    void anUnknownTaskAndAnInvalidTimeoutAreRefused() {
        assertThatThrownBy(() -> wait("no-such-task", 1, false))
                .extracting(Status::fromThrowable)
                .extracting(Status::getCode)
                .isEqualTo(Status.Code.NOT_FOUND);
        assertThatThrownBy(() -> wait(waiting(), 601, false))
                .hasMessageContaining("timeout")
                .extracting(Status::fromThrowable)
                .extracting(Status::getCode)
                .isEqualTo(Status.Code.INVALID_ARGUMENT);
    }

    private WaitTaskResponse wait(String task, int seconds, boolean orWaiting) {
        return client.streams()
                .waitTask(WaitTaskRequest.newBuilder()
                        .setTaskId(task)
                        .setTimeout(Duration.newBuilder().setSeconds(seconds))
                        .setOrWaiting(orWaiting)
                        .build());
    }

    private String waiting() {
        String task = "t-" + UUID.randomUUID();
        new SeededTask(task, gateway.rows(), gateway.content()).store();
        return task;
    }
}
