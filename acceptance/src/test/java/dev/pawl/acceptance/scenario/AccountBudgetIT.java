package dev.pawl.acceptance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.acceptance.stack.LocalStack;
import dev.pawl.acceptance.stack.Tasks;
import dev.pawl.api.v1.AnswerRequest;
import dev.pawl.api.v1.Cause;
import dev.pawl.api.v1.DecisionType;
import dev.pawl.api.v1.Limits;
import dev.pawl.api.v1.Session;
import dev.pawl.api.v1.SessionStatus;
import dev.pawl.api.v1.Task;
import dev.pawl.api.v1.TaskStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small daily budgets, each for its own account: that of a scenario's command line. */
class AccountBudgetIT {
    private static final String BUDGETS = """
            [[account]]
            name = "command: python3 agent.py five"
            cost_per_day = 0.025
            on_breach = "ask"

            [[account]]
            name = "command: python3 agent.py slow"
            cost_per_day = 0.08
            """;

    @SuppressWarnings("NullAway.Init")
    private LocalStack stack;

    @SuppressWarnings("NullAway.Init")
    private Tasks tasks;

    @BeforeEach
    void start(@TempDir Path directory) throws IOException {
        Awaitility.await("the day lasts as long as the test")
                .atMost(Duration.ofMinutes(6))
                .until(() -> LocalTime.now(ZoneOffset.UTC).isBefore(LocalTime.of(23, 55)));
        Path file = Files.writeString(directory.resolve("budgets.toml"), BUDGETS);
        stack = LocalStack.started(Map.of("PAWL_BUDGETS_FILE", file.toString()));
        tasks = new Tasks(stack);
    }

    @AfterEach
    void stop() {
        stack.close();
    }

    @Test
    void aDaysBudgetSurvivesAKillAndAPersonMayAllowATaskToExceedIt() {
        whatAKilledSessionSpentIsCountedOnceAndTheNextTaskWaits();
        aPersonLetsATaskGoOn();
        anotherAgentOfTheListWorks();
    }

    private void whatAKilledSessionSpentIsCountedOnceAndTheNextTaskWaits() {
        String killed = tasks.submit(Tasks.calculator("slow"));
        Awaitility.await("the first session reported what it spent")
                .atMost(Duration.ofMinutes(1))
                .until(() -> tasks.get(killed).getSessionsList().stream()
                        .anyMatch(session -> session.getUsage().getCostUsd().equals("0.07")));
        stack.kill();
        stack.start();

        Task task = tasks.finished(killed);
        assertThat(task.getStatus()).as(task.getReason()).isEqualTo(TaskStatus.TASK_STATUS_ACCEPTED);
        assertThat(task.getSessionsList())
                .extracting(Session::getStatus)
                .containsExactly(SessionStatus.SESSION_STATUS_ABANDONED, SessionStatus.SESSION_STATUS_COMPLETED);

        String next = tasks.submit(Tasks.calculator("slow"));
        Task parked = tasks.await(next, TaskStatus.TASK_STATUS_PARKED);
        assertThat(parked.getDetail())
                .startsWith("until ")
                .contains("the budget of command: python3 agent.py slow for ")
                .endsWith(" has nothing left: $0.08 of $0.08 are spent");
        assertThat(parked.getSessionsList()).isEmpty();
        assertThat(parked.getIteration()).isZero();
        tasks.stop(next);
        assertThat(tasks.finished(next).getCause()).isEqualTo(Cause.CAUSE_BUDGET);
    }

    private void aPersonLetsATaskGoOn() {
        String id = tasks.submit(Tasks.playing("five")
                .setLimits(Limits.newBuilder().setIterations(6))
                .addFiles("count.txt")
                .addChecks(Tasks.check("count", "cat count.txt; test \"$(cat count.txt)\" = 5")));

        Task waiting = tasks.await(id, TaskStatus.TASK_STATUS_WAITING);
        assertThat(waiting.getSessionsList()).hasSize(2);
        assertThat(waiting.getQuestion().getQuestion())
                .endsWith("has nothing left: $0.02 of $0.025 are spent. May the task exceed it?");
        stack.client()
                .tasks()
                .answer(AnswerRequest.newBuilder().setTaskId(id).setText("yes").build());

        Task task = tasks.finished(id);
        assertThat(task.getStatus()).as(task.getReason()).isEqualTo(TaskStatus.TASK_STATUS_ACCEPTED);
        assertThat(task.getSessionsList()).hasSize(5);
        assertThat(task.getIterationsList())
                .extracting(iteration -> iteration.getDecision().getType())
                .doesNotContain(DecisionType.DECISION_TYPE_PARK)
                .hasSize(5);
    }

    private void anotherAgentOfTheListWorks() {
        Task task = tasks.run(Tasks.calculator("five")
                .addFallbacks(Tasks.playing("calculator_at_once").getAgent().toBuilder()
                        .setAlias("able")));

        assertThat(task.getStatus()).as(task.getReason()).isEqualTo(TaskStatus.TASK_STATUS_ACCEPTED);
        assertThat(task.getSessionsList()).extracting(Session::getAgent).containsExactly("able");
        assertThat(task.getReason())
                .contains("command: the budget of command: python3 agent.py five for ", " has nothing left: $0.05 of");
    }
}
