package dev.pawl.acceptance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.acceptance.stack.Hosts;
import dev.pawl.acceptance.stack.LocalStack;
import dev.pawl.acceptance.stack.SecondWorker;
import dev.pawl.acceptance.stack.Tasks;
import dev.pawl.api.v1.CancelRequest;
import dev.pawl.api.v1.SessionStatus;
import dev.pawl.api.v1.Task;
import dev.pawl.api.v1.TaskStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A real lost host: its only worker is killed while an agent runs on it. */
@Execution(ExecutionMode.CONCURRENT)
class LostHostIT {
    /** 15 seconds, with reserve for a machine shared with other builds. */
    private static final Duration SOON = Duration.ofSeconds(30);

    private final LocalStack stack = LocalStack.started();
    private final Tasks tasks = new Tasks(stack);
    private final Hosts hosts = new Hosts(stack);

    @TempDir
    Path home;

    @AfterEach
    void stop() {
        stack.close();
    }

    @Test
    void cancelAndStopOfATaskWhoseHostIsLostEndSoon() {
        String cancelled;
        String stopped;
        try (SecondWorker other = SecondWorker.onHost(stack, "lost", home)) {
            cancelled = hosts.taskOn("lost", Tasks.calculator("endless"));
            stopped = hosts.taskOn("lost", Tasks.calculator("endless"));
        }
        Instant asked = Instant.now();

        stack.client()
                .tasks()
                .cancel(CancelRequest.newBuilder().setTaskId(cancelled).build());
        tasks.stop(stopped);

        Task first = tasks.finished(cancelled);
        Task second = tasks.finished(stopped);
        Duration took = Duration.between(asked, Instant.now());
        System.out.printf("cancel and stop of tasks on a lost host: %d s%n", took.toSeconds());
        assertThat(took).isLessThan(SOON);
        assertThat(first.getStatus()).isEqualTo(TaskStatus.TASK_STATUS_CANCELLED);
        assertThat(second.getStatus()).isEqualTo(TaskStatus.TASK_STATUS_REJECTED);
        assertThat(second.getReason()).contains("host lost has not been heard from since");
        assertThat(first.getSessions(0).getStatus()).isEqualTo(SessionStatus.SESSION_STATUS_ABANDONED);
        assertThat(second.getSessions(0).getStatus()).isEqualTo(SessionStatus.SESSION_STATUS_ABANDONED);
    }

    @Test
    void aTaskWhoseHostIsLostSaysSoAndContinuesWhenItIsBack() {
        String id;
        try (SecondWorker other = SecondWorker.onHost(stack, "lost", home)) {
            id = hosts.taskOn("lost", Tasks.calculator("endless"));
        }
        Awaitility.await("the task says that its host is lost")
                .atMost(Duration.ofMinutes(4))
                .until(() -> tasks.get(id).getDetail().startsWith("host lost has not been heard from since"));

        try (SecondWorker back = SecondWorker.onHost(stack, "lost", home)) {
            Awaitility.await("a new session on the host")
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> tasks.get(id).getSessionsCount() == 2
                            && tasks.get(id).getDetail().isEmpty());
            tasks.stop(id);
            assertThat(tasks.finished(id).getReason()).doesNotContain("not been heard from");
        }
    }
}
