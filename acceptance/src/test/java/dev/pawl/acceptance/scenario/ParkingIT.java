package dev.pawl.acceptance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.acceptance.stack.LocalStack;
import dev.pawl.acceptance.stack.Tasks;
import dev.pawl.api.v1.Session;
import dev.pawl.api.v1.SessionStatus;
import dev.pawl.api.v1.Task;
import dev.pawl.api.v1.TaskSpec;
import dev.pawl.api.v1.TaskStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Usage limits of a provider, across stop and restart of the stack. */
class ParkingIT {
    private static final int TASKS = 3;

    private final LocalStack stack = LocalStack.started();
    private final Tasks tasks = new Tasks(stack);

    @AfterEach
    void stop() {
        stack.close();
    }

    @Test
    void parkedTasksSurviveARestartOfEverythingAndOneOfThemTriesFirst(@TempDir Path provider) throws IOException {
        String first = tasks.submit(limitedBy(provider));
        Task parked = tasks.await(first, TaskStatus.TASK_STATUS_PARKED);
        List<String> others = new ArrayList<>();
        for (int i = 1; i < TASKS; i++) {
            others.add(tasks.submit(limitedBy(provider)));
        }
        others.forEach(id -> tasks.await(id, TaskStatus.TASK_STATUS_PARKED));
        Instant reset = Instant.ofEpochSecond(Long.parseLong(Files.readString(provider.resolve("opens-at"))));
        assertThat(parked.getPhase()).isEqualTo("parked");
        assertThat(calls(provider)).as("only the first found out by itself").hasSize(1);
        assertThat(Tasks.processesOf(first)).isFalse();

        stack.terminate();
        stack.start();
        Awaitility.await("one tries")
                .atMost(Duration.ofMinutes(1))
                .until(() -> calls(provider).size() == 2);
        Files.createFile(provider.resolve("serve"));

        assertEnded(first, 2);
        others.forEach(id -> assertEnded(id, 1));
        assertThat(calls(provider)).hasSize(1 + TASKS);
        assertThat(Instant.now()).isAfter(reset);
    }

    private void assertEnded(String id, int atMost) {
        Task task = tasks.finished(id);
        assertThat(task.getStatus()).as(task.getReason()).isEqualTo(TaskStatus.TASK_STATUS_ACCEPTED);
        assertThat(task.getIterationsCount()).as("iterations charged").isEqualTo(1);
        assertThat(task.getSessionsList()).hasSizeLessThanOrEqualTo(atMost);
        assertThat(task.getSessionsList())
                .last()
                .extracting(Session::getStatus)
                .isEqualTo(SessionStatus.SESSION_STATUS_COMPLETED);
    }

    private static TaskSpec.Builder limitedBy(Path provider) {
        TaskSpec.Builder task = Tasks.calculator("limited");
        task.getAgentBuilder().addCommand(provider.toString());
        return task;
    }

    /** One file for each session that called the provider. */
    private static List<Path> calls(Path provider) throws IOException {
        try (Stream<Path> files = Files.list(provider)) {
            return files.filter(file -> file.getFileName().toString().startsWith("call-"))
                    .toList();
        }
    }
}
