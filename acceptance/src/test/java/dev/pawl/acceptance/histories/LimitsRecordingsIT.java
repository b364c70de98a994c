package dev.pawl.acceptance.histories;

import dev.pawl.acceptance.stack.Tasks;
import dev.pawl.api.v1.TaskBreach;
import dev.pawl.api.v1.TaskSpec;
import dev.pawl.api.v1.TaskStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Usage limits of a provider, and budgets of tasks and accounts. */
@OnRecordedStack
class LimitsRecordingsIT {
    private final RecordedStack recorded;
    private final Tasks tasks;
    private final People people;
    private final Recorder recorder;

    LimitsRecordingsIT(RecordedStack recorded) {
        this.recorded = recorded;
        this.tasks = recorded.tasks();
        this.people = recorded.people();
        this.recorder = new Recorder(recorded);
    }

    @Test
    void tasksWhoseProviderIsAtItsLimitAreReplayed() throws IOException {
        Path provider = recorded.place("provider");
        String parked = tasks.submit(limited(provider));
        String fallback = tasks.submit(limited(recorded.place("another"))
                .addFallbacks(Tasks.playing("calculator_at_once").getAgent().toBuilder()
                        .setAlias("able")));
        Files.createFile(provider.resolve("serve"));

        recorder.task("parked", parked);
        recorder.task("fallback", fallback);
    }

    @Test
    void aParkedTaskThatAPersonLetsTryIsReplayed() throws IOException {
        Path provider = recorded.place("raised");
        String woken = tasks.submit(limited(provider, Duration.ofHours(5)));
        tasks.await(woken, TaskStatus.TASK_STATUS_PARKED);
        Files.writeString(provider.resolve("opens-at"), "0");
        Files.createFile(provider.resolve("serve"));
        people.retryAccount("command: python3 agent.py limited raised");

        recorder.task("parked-woken", woken);
    }

    @Test
    void tasksThatSpentTheirBudgetAreReplayed() {
        String extended = tasks.submit(spending(TaskBreach.TASK_BREACH_ASK));
        String spent = tasks.submit(spending(TaskBreach.TASK_BREACH_END));
        tasks.await(extended, TaskStatus.TASK_STATUS_WAITING);
        people.extend(extended, "0.10");

        recorder.task("extended", extended);
        recorder.task("budget-spent", spent);
    }

    @Test
    void tasksWhoseAccountSpentItsBudgetAreReplayed() {
        Awaitility.await("the day lasts as long as the test")
                .atMost(Duration.ofMinutes(6))
                .until(() -> LocalTime.now(ZoneOffset.UTC).isBefore(LocalTime.of(23, 55)));
        String asked = tasks.submit(ofAccount("asks"));
        String parked = tasks.submit(ofAccount("parks"));
        String ended = tasks.submit(ofAccount("ends"));
        tasks.await(asked, TaskStatus.TASK_STATUS_WAITING);
        people.answer(asked, "yes");
        tasks.await(parked, TaskStatus.TASK_STATUS_PARKED);
        people.stop(parked);

        recorder.task("account-budget-asked", asked);
        recorder.task("account-budget-parked", parked);
        recorder.task("account-budget-ended", ended);
    }

    private static TaskSpec.Builder limited(Path provider) throws IOException {
        return limited(provider, Duration.ofSeconds(25));
    }

    private static TaskSpec.Builder limited(Path provider, Duration closed) throws IOException {
        Instant opens = Instant.now().plus(closed);
        Files.writeString(provider.resolve("opens-at"), Long.toString(opens.getEpochSecond()));
        TaskSpec.Builder task = Tasks.calculator("limited");
        task.getAgentBuilder().addCommand(provider.toString());
        return task;
    }

    private static TaskSpec.Builder spending(TaskBreach onBreach) {
        TaskSpec.Builder task = PeopleRecordingsIT.counting(3);
        task.getLimitsBuilder().setCostUsd("0.015").setOnBreach(onBreach);
        return task;
    }

    private static TaskSpec.Builder ofAccount(String name) {
        TaskSpec.Builder task = PeopleRecordingsIT.counting(3);
        task.getAgentBuilder().addCommand(name);
        return task;
    }
}
