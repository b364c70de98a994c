package dev.pawl.acceptance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.acceptance.stack.LocalStack;
import dev.pawl.acceptance.stack.SecondWorker;
import dev.pawl.acceptance.stack.Tasks;
import dev.pawl.api.v1.CancelRequest;
import dev.pawl.api.v1.SessionStatus;
import dev.pawl.api.v1.StopRequest;
import dev.pawl.api.v1.Task;
import dev.pawl.api.v1.TaskStatus;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host that is lost for real: its only worker is killed while an agent of it runs. */
class LostHostIT {
    /** 15 seconds, with room for a machine that other builds share. */
    private static final Duration SOON = Duration.ofSeconds(30);

    private final LocalStack stack = LocalStack.started();
    private final Tasks tasks = new Tasks(stack);

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
            cancelled = onHost("lost");
            stopped = onHost("lost");
        }
        Instant asked = Instant.now();

        stack.client()
                .tasks()
                .cancel(CancelRequest.newBuilder().setTaskId(cancelled).build());
        stack.client().tasks().stop(StopRequest.newBuilder().setTaskId(stopped).build());

        Task first = tasks.finished(cancelled);
        Task second = tasks.finished(stopped);
        Duration took = Duration.between(asked, Instant.now());
        System.out.printf("cancel and stop of tasks on a lost host: %d s%n", took.toSeconds());
        assertThat(took).isLessThan(SOON);
        assertThat(first.getStatus()).isEqualTo(TaskStatus.TASK_STATUS_CANCELLED);
        assertThat(second.getStatus()).isEqualTo(TaskStatus.TASK_STATUS_REJECTED);
        assertThat(second.getReason()).contains("host lost has not been heard of since");
        assertThat(first.getSessions(0).getStatus()).isEqualTo(SessionStatus.SESSION_STATUS_ABANDONED);
        assertThat(second.getSessions(0).getStatus()).isEqualTo(SessionStatus.SESSION_STATUS_ABANDONED);
    }

    @Test
    void aTaskWhoseHostIsLostSaysSoAndGoesOnWhenItIsBack() {
        String id;
        try (SecondWorker other = SecondWorker.onHost(stack, "lost", home)) {
            id = onHost("lost");
        }
        Awaitility.await("the task says that its host is lost")
                .atMost(Duration.ofMinutes(4))
                .until(() -> tasks.get(id).getDetail().startsWith("host lost has not been heard of since"));

        try (SecondWorker back = SecondWorker.onHost(stack, "lost", home)) {
            Awaitility.await("a new session on the host")
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> tasks.get(id).getSessionsCount() == 2
                            && tasks.get(id).getDetail().isEmpty());
            stack.client().tasks().stop(StopRequest.newBuilder().setTaskId(id).build());
            assertThat(tasks.finished(id).getReason()).doesNotContain("not been heard of");
        }
    }

    /** A task whose agent runs on one of two hosts: any worker may have registered it. */
    private String onHost(String host) {
        for (int i = 0; i < 40; i++) {
            String id = tasks.submit(Tasks.calculator("endless"));
            Awaitility.await("the agent of " + id)
                    .atMost(Duration.ofMinutes(1))
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> tasks.get(id).getSessionsCount() == 1 && Tasks.processesOf(id));
            if (hostOf(id).equals(host)) {
                return id;
            }
            stack.client()
                    .tasks()
                    .cancel(CancelRequest.newBuilder().setTaskId(id).build());
        }
        throw new IllegalStateException("host " + host + " was given none of 40 tasks");
    }

    private String hostOf(String id) {
        try (Connection database = DriverManager.getConnection(stack.databaseUrl(), "pawl", stack.databasePassword());
                PreparedStatement query = database.prepareStatement("select host_id from task where id = ?")) {
            query.setString(1, id);
            var rows = query.executeQuery();
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
