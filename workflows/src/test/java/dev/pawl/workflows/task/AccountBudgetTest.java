package dev.pawl.workflows.task;

import static dev.pawl.workflows.model.Samples.green;
import static dev.pawl.workflows.model.Samples.iterations;
import static dev.pawl.workflows.model.Samples.red;
import static dev.pawl.workflows.model.Samples.report;
import static dev.pawl.workflows.model.Samples.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.workflows.activity.agent.RunAgent;
import dev.pawl.workflows.activity.task.AskAdmission;
import dev.pawl.workflows.activity.task.OverBudget;
import dev.pawl.workflows.activity.task.PublishProgress;
import dev.pawl.workflows.model.evidence.AgentReport;
import dev.pawl.workflows.model.evidence.Ending;
import dev.pawl.workflows.model.outcome.Cause;
import dev.pawl.workflows.model.outcome.Decision;
import dev.pawl.workflows.model.outcome.Outcome;
import dev.pawl.workflows.model.outcome.TaskOutcome;
import dev.pawl.workflows.model.outcome.TaskStatus;
import dev.pawl.workflows.model.request.OnBreach;
import dev.pawl.workflows.task.person.Action;
import dev.pawl.workflows.task.state.TaskView;
import io.temporal.client.WorkflowStub;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tasks whose account has no budget left for the day, on an engine that skips time. */
class AccountBudgetTest {
    private static final String SPENT = "the budget of claude-code has nothing left: $20.31 of $20.00 are spent";

    private final TaskEngine engine = new TaskEngine();
    private final FakeWorld world = engine.world;
    private final Instant tomorrow = engine.now().plus(Duration.ofHours(7));

    /** An engine without a task skips years. */
    private final AtomicReference<Instant> worked = new AtomicReference<>(Instant.MAX);

    @BeforeEach
    void agentsWork() {
        world.anyAgent = input -> {
            worked.set(engine.now());
            return report(Ending.FINISHED);
        };
        world.anyEvidence = input -> green(input.taskId());
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void aTaskWaitsForTheNextDayWithoutAnAgentAndIsNotChargedAnIteration() {
        world.budget = untilTomorrow(OnBreach.PARK);
        WorkflowStub task = engine.submit("t-1", request(iterations(1), List.of(), true));

        TaskOutcome outcome = TaskEngine.outcome(task);

        assertThat(outcome.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(outcome.iterations()).isEqualTo(1);
        assertThat(world.runs).hasSize(1);
        assertThat(worked.get()).isAfterOrEqualTo(tomorrow);
        assertThat(world.published)
                .filteredOn(said -> said.status() == TaskStatus.PARKED)
                .extracting(PublishProgress::detail)
                .containsExactly("until %s (once the budget is raised, pause and resume the task): %s"
                        .formatted(tomorrow, SPENT));
    }

    @Test
    void aBudgetThatRunningSessionsMayReleaseIsCheckedLongBeforeTheNextDay() {
        AtomicInteger looks = new AtomicInteger();
        world.budget = input -> looks.incrementAndGet() <= 3
                ? Optional.of(new OverBudget(SPENT, tomorrow, true, OnBreach.END))
                : Optional.empty();

        TaskOutcome outcome = TaskEngine.outcome(engine.submit("t-1", request()));

        assertThat(outcome.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(worked.get()).isBefore(tomorrow.minus(Duration.ofHours(6)));
    }

    @Test
    void aPersonMayAllowTheTaskToExceedTheBudget() {
        world.budget = untilTomorrow(OnBreach.ASK);
        WorkflowStub task = engine.submit("t-1", request(iterations(1), List.of(), true));
        TaskEngine.awaitStatus(task, TaskStatus.WAITING);
        assertThat(world.questions).singleElement().satisfies(asked -> {
            assertThat(asked.questionId()).isEqualTo("t-1/0/budget");
            assertThat(asked.question()).isEqualTo(SPENT + ". May the task exceed it?");
        });
        assertThat(world.runs).isEmpty();

        task.update("answer", TaskView.class, new Action("yes, it is worth it", "ann"));

        assertThat(TaskEngine.outcome(task).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(world.runs).singleElement().matches(RunAgent::overBudget);
        assertThat(worked.get()).isBefore(tomorrow);
    }

    @Test
    void anUnattendedTaskEndsWithTheQuestionInItsReason() {
        world.budget = untilTomorrow(OnBreach.ASK);

        TaskOutcome outcome = TaskEngine.outcome(engine.submit("t-1", request(iterations(1), List.of(), false)));

        assertThat(outcome.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(outcome.cause()).isEqualTo(Cause.NEEDS_PERSON);
        assertThat(outcome.reason()).startsWith("a person would have been asked: " + SPENT);
        assertThat(world.questions).isEmpty();
    }

    @Test
    void aTaskEndsWithItsLastResultIfConfigured() {
        world.anyEvidence = input -> red("t1");
        world.budget = input -> world.runs.isEmpty() ? Optional.empty() : over(input, OnBreach.END);

        TaskOutcome outcome = TaskEngine.outcome(engine.submit("t-1", request()));

        assertThat(outcome.outcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(outcome.cause()).isEqualTo(Cause.BUDGET);
        assertThat(outcome.reason()).isEqualTo(SPENT);
        assertThat(outcome.iterations()).isEqualTo(1);
    }

    @Test
    void aSessionThatAnotherTookTheRestFromIsTriedAgainAndNotCharged() {
        world.anyAgent =
                input -> world.runs.size() == 1 ? AgentReport.notOpened(1, SPENT, tomorrow) : report(Ending.FINISHED);
        world.budget = input -> world.runs.isEmpty() ? Optional.empty() : over(input, OnBreach.PARK);

        TaskOutcome outcome = TaskEngine.outcome(engine.submit("t-1", request(iterations(1), List.of(), true)));

        assertThat(outcome.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(outcome.iterations()).isEqualTo(1);
        assertThat(world.decisions).first().isEqualTo(new Decision.Park(tomorrow, List.of(SPENT)));
        assertThat(world.runs).hasSize(2);
    }

    @Test
    void aSessionThatTheDaysBudgetEndedContinuesTheNextDay() {
        world.anyAgent = input -> world.runs.size() == 1 ? endedByTheDay() : report(Ending.FINISHED);
        world.anyEvidence = input -> world.runs.size() == 1 ? red("half") : green("whole");
        world.budget = input -> world.runs.isEmpty() ? Optional.empty() : over(input, OnBreach.PARK);

        TaskOutcome outcome = TaskEngine.outcome(engine.submit("t-1", request(iterations(1), List.of(), true)));

        assertThat(outcome.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(outcome.iterations()).isEqualTo(1);
        assertThat(world.runs).last().extracting(RunAgent::startSnapshot).isEqualTo("commit-half");
        assertThat(world.lastRun).isAfterOrEqualTo(tomorrow);
    }

    @Test
    void aPersonStopsATaskThatWaitsForTheNextDay() {
        world.budget = input -> Optional.of(new OverBudget(SPENT, tomorrow, false, OnBreach.PARK));
        WorkflowStub task = engine.submit("t-1", request());
        TaskEngine.awaitStatus(task, TaskStatus.PARKED);

        task.update("stop", TaskView.class, new Action("enough", "ann"));

        assertThat(TaskEngine.outcome(task).cause()).isEqualTo(Cause.BUDGET);
        assertThat(TaskEngine.outcome(task).reason()).isEqualTo("stopped while " + SPENT);
    }

    private AgentReport endedByTheDay() {
        return AgentReport.builder(Ending.ACCOUNT_BUDGET, SPENT)
                .session(UUID.randomUUID())
                .resetsAt(tomorrow)
                .durationMillis(10)
                .build();
    }

    private Function<AskAdmission, Optional<OverBudget>> untilTomorrow(OnBreach then) {
        return input -> over(input, then);
    }

    /** Answers like the real activity: a day later, or with a person's permission, there is no breach. */
    private Optional<OverBudget> over(AskAdmission input, OnBreach then) {
        return input.overBudget() || !input.at().isBefore(tomorrow)
                ? Optional.empty()
                : Optional.of(new OverBudget(SPENT, tomorrow, false, then));
    }
}
