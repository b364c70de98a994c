package dev.pawl.workflows.task;

import static dev.pawl.workflows.model.Samples.green;
import static dev.pawl.workflows.model.Samples.iterations;
import static dev.pawl.workflows.model.Samples.red;
import static dev.pawl.workflows.model.Samples.report;
import static dev.pawl.workflows.model.Samples.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.workflows.activity.task.FinishTask;
import dev.pawl.workflows.activity.task.PublishProgress;
import dev.pawl.workflows.model.evidence.AgentReport;
import dev.pawl.workflows.model.evidence.Ending;
import dev.pawl.workflows.model.evidence.UsageLimit;
import dev.pawl.workflows.model.outcome.Cause;
import dev.pawl.workflows.model.outcome.Outcome;
import dev.pawl.workflows.model.outcome.TaskOutcome;
import dev.pawl.workflows.model.outcome.TaskStatus;
import dev.pawl.workflows.model.request.AgentSpec;
import dev.pawl.workflows.model.request.TaskRequest;
import dev.pawl.workflows.task.person.Action;
import dev.pawl.workflows.task.state.TaskView;
import io.temporal.client.WorkflowStub;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Waits of hours for a usage limit, on an engine that skips time. */
class ParkingTest {
    private static final int TASKS = 20;

    private final TaskEngine engine = new TaskEngine();
    private final FakeWorld world = engine.world;

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void aTaskContinuesAtTheResetInFiveHoursAndIsNotChargedAnIteration() {
        Instant reset = engine.now().plus(Duration.ofHours(5));
        world.agents.add(input -> limited(reset));
        Instant[] again = new Instant[1];
        world.agents.add(input -> {
            again[0] = engine.now();
            return report(Ending.FINISHED);
        });
        world.evidence.add(red("t1"));
        world.evidence.add(green("t2"));
        long began = System.nanoTime();

        TaskOutcome outcome = TaskEngine.outcome(engine.submit("t-1", request(iterations(1), List.of(), true)));

        System.out.printf(
                "parked for 5 h in %d ms%n",
                Duration.ofNanos(System.nanoTime() - began).toMillis());
        assertThat(outcome.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(outcome.iterations()).isEqualTo(1);
        assertThat(again[0]).isBetween(reset, reset.plusSeconds(5));
    }

    @Test
    void oneOfTwentyTasksTriesAtTheResetAndTheOthersFollowOnceItWasServed() {
        Instant reset = engine.now().plus(Duration.ofHours(5));
        ConcurrentLinkedQueue<Instant> served = new ConcurrentLinkedQueue<>();
        AtomicInteger sessionsWhileItTried = new AtomicInteger();
        List<WorkflowStub> tasks = run(reset, number -> {
            if (number == TASKS + 1) {
                awaitOthersKnowWhoTries();
                sessionsWhileItTried.set(world.runs.size());
            }
            served.add(engine.now());
            return report(Ending.FINISHED);
        });

        assertThat(tasks)
                .allSatisfy(task ->
                        assertThat(TaskEngine.outcome(task).iterations()).isEqualTo(1));
        List<Instant> times = served.stream().sorted().toList();
        System.out.printf(
                "20 tasks: one tried %d ms after the reset, the others followed %d to %d s later%n",
                Duration.between(reset, times.getFirst()).toMillis(),
                Duration.between(times.getFirst(), times.get(1)).toSeconds(),
                Duration.between(times.getFirst(), times.getLast()).toSeconds());

        assertThat(sessionsWhileItTried).hasValue(TASKS + 1);
        assertThat(world.runs).hasSize(2 * TASKS);
        assertThat(times.getFirst()).isBetween(reset, reset.plusSeconds(5));
        assertThat(Duration.between(times.get(1), times.getLast())).isGreaterThan(Duration.ofSeconds(2));
    }

    @Test
    void aTryThatFailsParksAllOfThemAgainAndCostsOneSession() {
        Instant first = engine.now().plus(Duration.ofHours(5));
        Instant second = first.plus(Duration.ofHours(1));
        ConcurrentLinkedQueue<Instant> served = new ConcurrentLinkedQueue<>();

        run(first, number -> {
                    if (number == TASKS + 1) {
                        return limited(second);
                    }
                    served.add(engine.now());
                    return report(Ending.FINISHED);
                })
                .forEach(TaskEngine::outcome);

        assertThat(world.runs).hasSize(2 * TASKS + 1);
        assertThat(served).hasSize(TASKS).allMatch(at -> !at.isBefore(second));
    }

    @Test
    void aNewTaskOfALimitedAccountDoesNotEvenStartAnAgent() {
        Instant reset = engine.now().plus(Duration.ofHours(5));
        world.agents.add(input -> limited(reset));
        world.agents.add(input -> report(Ending.FINISHED));
        world.agents.add(input -> report(Ending.FINISHED));
        world.evidence.add(red("t1"));
        world.evidence.add(green("t2"));
        WorkflowStub first = engine.submit("t-1", request());
        TaskEngine.awaitStatus(first, TaskStatus.PARKED);
        WorkflowStub second = engine.submit("t-2", request());
        TaskEngine.awaitStatus(second, TaskStatus.PARKED);
        assertThat(world.runs).hasSize(1);

        assertThat(TaskEngine.outcome(first).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(TaskEngine.outcome(second).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(world.runs).hasSize(3);
    }

    @Test
    void aLimitOfOneModelParksOnlyTasksOfThatModel() {
        Instant reset = engine.now().plus(Duration.ofHours(5));
        world.anyAgent =
                input -> "opus".equals(input.agent().model()) && engine.now().isBefore(reset)
                        ? limited(reset, new UsageLimit(true, null))
                        : report(Ending.FINISHED);
        world.anyEvidence =
                input -> engine.now().isBefore(reset) && input.taskId().startsWith("opus")
                        ? red(input.taskId())
                        : green(input.taskId());
        WorkflowStub first = engine.submit("opus-1", of("opus"));
        TaskEngine.awaitStatus(first, TaskStatus.PARKED);
        WorkflowStub second = engine.submit("opus-2", of("opus"));
        TaskEngine.awaitStatus(second, TaskStatus.PARKED);
        engine.submit("sonnet-1", of("sonnet"));
        engine.submit("default-1", of(null));
        // Waiting for an outcome would skip time.
        TaskEngine.await(() -> world.finished.size() == 2);

        assertThat(world.finished)
                .allSatisfy(task -> assertThat(task.outcome().outcome()).isEqualTo(Outcome.ACCEPTED))
                .extracting(FinishTask::taskId)
                .containsExactlyInAnyOrder("sonnet-1", "default-1");
        assertThat(engine.now()).isBefore(reset);
        assertThat(world.runs).as("opus-2 opened no session").hasSize(3);
        assertThat(world.published)
                .anyMatch(said -> said.detail().contains("the usage limit of model opus of claude-code"));
    }

    @Test
    void anotherModelOfTheAccountTakesOverFromALimitedOne() {
        Instant reset = engine.now().plus(Duration.ofHours(5));
        world.agents.add(input -> limited(reset, new UsageLimit(true, null)));
        world.agents.add(input -> report(Ending.FINISHED));
        world.evidence.add(red("t1"));
        world.evidence.add(green("t2"));
        AgentSpec opus = AgentSpec.of("claude-code").withModel("opus");
        AgentSpec sonnet = AgentSpec.of("claude-code").withModel("sonnet").aliased("the other model");

        TaskOutcome outcome = TaskEngine.outcome(engine.submit("t-1", request(iterations(1), true, opus, sonnet)));

        assertThat(outcome.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(outcome.iterations()).isEqualTo(1);
        assertThat(world.lastRun).isBefore(reset);
    }

    @Test
    void aParkedTaskAsksAtOnceIfAPersonRemovedTheLimit() {
        Instant reset = engine.now().plus(Duration.ofHours(5));
        world.agents.add(input -> limited(reset));
        world.agents.add(input -> report(Ending.FINISHED));
        world.evidence.add(red("t1"));
        world.evidence.add(green("t2"));
        WorkflowStub task = engine.submit("t-1", request(iterations(1), List.of(), true));
        TaskEngine.awaitStatus(task, TaskStatus.PARKED);

        world.retry("command: true", engine.now());
        task.signal("tryProvider");

        assertThat(TaskEngine.outcome(task).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(world.lastRun).isBefore(reset);
    }

    @Test
    void aTaskThatAsksTooEarlyWaitsOn() {
        Instant reset = engine.now().plus(Duration.ofHours(5));
        world.agents.add(input -> limited(reset));
        world.agents.add(input -> report(Ending.FINISHED));
        world.evidence.add(red("t1"));
        world.evidence.add(green("t2"));
        WorkflowStub task = engine.submit("t-1", request(iterations(1), List.of(), true));
        TaskEngine.awaitStatus(task, TaskStatus.PARKED);
        task.signal("tryProvider");

        assertThat(TaskEngine.outcome(task).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(world.lastRun).isAfterOrEqualTo(reset);
        assertThat(world.runs).hasSize(2);
    }

    @Test
    void aContinuedSessionThatIsFullIsReplacedAndNoIterationIsCharged() {
        world.agents.add(input -> full(true));
        world.agents.add(input -> report(Ending.FINISHED));
        world.evidence.add(red("t1"));
        world.evidence.add(green("t2"));

        TaskOutcome outcome = TaskEngine.outcome(engine.submit("t-1", request(iterations(1), List.of(), true)));

        assertThat(outcome.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(outcome.iterations()).isEqualTo(1);
        assertThat(world.decisions.getFirst().reasons()).contains("full");
        assertThat(world.published).noneMatch(said -> said.status() == TaskStatus.PARKED);
    }

    @Test
    void aNewSessionThatIsFullIsChargedSoThatATaskCannotRepeatItWithoutEnd() {
        world.anyAgent = input -> full(false);
        world.evidence.add(red("t1"));

        TaskOutcome outcome = TaskEngine.outcome(engine.submit("t-1", request(iterations(1), List.of(), false)));

        assertThat(outcome.outcome()).isNotEqualTo(Outcome.ACCEPTED);
        assertThat(world.runs).hasSize(1);
    }

    @Test
    void aPersonStopsAParkedTask() {
        world.agents.add(input -> limited(engine.now().plus(Duration.ofHours(5))));
        world.evidence.add(red("t1"));
        WorkflowStub task = engine.submit("t-1", request());
        TaskEngine.awaitStatus(task, TaskStatus.PARKED);

        task.update("stop", TaskView.class, new Action("enough", "ann"));

        assertThat(TaskEngine.outcome(task).cause()).isEqualTo(Cause.QUOTA);
        assertThat(TaskEngine.outcome(task).outcome()).isEqualTo(Outcome.PARTIAL);
    }

    /**
     * All tasks run when the limit is reached.
     *
     * @param later results of the sessions after that, by number
     */
    private List<WorkflowStub> run(Instant reset, IntFunction<AgentReport> later) {
        CountDownLatch all = new CountDownLatch(TASKS);
        AtomicInteger sessions = new AtomicInteger();
        Map<String, Ending> endings = new ConcurrentHashMap<>();
        world.anyAgent = input -> {
            int number = sessions.incrementAndGet();
            if (number <= TASKS) {
                all.countDown();
                await(all);
            }
            AgentReport report = number <= TASKS ? limited(reset) : later.apply(number);
            endings.put(input.taskId(), report.ending());
            return report;
        };
        world.anyEvidence = input ->
                endings.get(input.taskId()) == Ending.RATE_LIMITED ? red(input.taskId()) : green(input.taskId());
        List<WorkflowStub> tasks = new ArrayList<>();
        for (int i = 0; i < TASKS; i++) {
            tasks.add(engine.submit("t-" + i, request(iterations(1), List.of(), true)));
        }
        return tasks;
    }

    private void awaitOthersKnowWhoTries() {
        Instant until = Instant.now().plusSeconds(20);
        while (world.published.stream()
                        .filter(said -> said.detail().contains("checks whether"))
                        .map(PublishProgress::taskId)
                        .distinct()
                        .count()
                < TASKS - 1) {
            assertThat(Instant.now()).as("the others know who tries").isBefore(until);
        }
    }

    private static TaskRequest of(@Nullable String model) {
        return request(iterations(1), true, AgentSpec.of("claude-code").withModel(model));
    }

    private static AgentReport full(boolean continued) {
        return AgentReport.builder(Ending.SESSION_FULL, "full")
                .session(UUID.randomUUID())
                .retryable(continued)
                .durationMillis(10)
                .build();
    }

    private static AgentReport limited(Instant reset, UsageLimit limit) {
        return AgentReport.builder(Ending.RATE_LIMITED, "limit")
                .session(UUID.randomUUID())
                .retryable(true)
                .resetsAt(reset)
                .durationMillis(10)
                .limit(limit)
                .build();
    }

    private static AgentReport limited(Instant reset) {
        return AgentReport.builder(Ending.RATE_LIMITED, "limit")
                .session(UUID.randomUUID())
                .retryable(true)
                .resetsAt(reset)
                .durationMillis(10)
                .build();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
