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
import dev.pawl.workflows.model.evidence.AgentReport;
import dev.pawl.workflows.model.evidence.Ending;
import dev.pawl.workflows.model.outcome.Cause;
import dev.pawl.workflows.model.outcome.Decision;
import dev.pawl.workflows.model.outcome.Outcome;
import dev.pawl.workflows.model.outcome.TaskOutcome;
import dev.pawl.workflows.model.outcome.TaskStatus;
import dev.pawl.workflows.model.request.AgentSpec;
import dev.pawl.workflows.model.request.OnBreach;
import dev.pawl.workflows.model.request.TaskRequest;
import dev.pawl.workflows.task.person.Action;
import dev.pawl.workflows.task.state.TaskView;
import io.temporal.client.WorkflowStub;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tasks with several agents, some of whose accounts have no budget left for the day. */
class FallbackBudgetTest {
    private static final AgentSpec CLAUDE = AgentSpec.of("claude-code");
    private static final AgentSpec CODEX = AgentSpec.of("codex");
    private static final String CLAUDE_SPENT = "the budget of claude-code has nothing left";
    private static final String CODEX_SPENT = "the budget of codex has nothing left";

    private final TaskEngine engine = new TaskEngine();
    private final FakeWorld world = engine.world;
    private final Instant tomorrow = engine.now().plus(Duration.ofHours(7));

    /** What happens to tasks of each account without a budget today; other accounts have one. */
    private final Map<String, OnBreach> spent = new HashMap<>();

    @BeforeEach
    void agentsWork() {
        world.budget = this::over;
        world.anyAgent = input -> report(Ending.FINISHED);
        world.anyEvidence = input -> green(input.taskId());
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    /** Answers like the real activity: a day later, or with a person's permission, there is no breach. */
    private Optional<OverBudget> over(AskAdmission input) {
        OnBreach then = spent.get(input.account());
        return then == null || input.overBudget() || !input.at().isBefore(tomorrow)
                ? Optional.empty()
                : Optional.of(new OverBudget(
                        "the budget of %s has nothing left".formatted(input.account()), tomorrow, false, then));
    }

    private static TaskRequest task(boolean interactive) {
        return request(iterations(1), interactive, CLAUDE, CODEX);
    }

    private TaskOutcome run() {
        return TaskEngine.outcome(engine.submit("t-1", task(true)));
    }

    private List<String> workers() {
        return world.runs.stream().map(run -> run.agent().called()).toList();
    }

    /** One engine each: it may skip to the next day once no task runs. */
    @ParameterizedTest
    @EnumSource
    void theNextAgentWorksIfTheAccountOfTheFirstHasNoBudgetWhateverOnBreachSays(OnBreach then) {
        spent.put("claude-code", then);

        TaskOutcome outcome = run();

        assertThat(outcome.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(workers()).containsExactly("codex");
        assertThat(outcome.reason()).contains("claude-code: " + CLAUDE_SPENT);
        assertThat(world.questions).isEmpty();
        assertThat(world.published)
                .noneMatch(said -> said.status() == TaskStatus.PARKED)
                .anyMatch(said -> said.detail().equals("codex works: claude-code: " + CLAUDE_SPENT));
    }

    @Test
    void ifTheDaysOfAllAreSpentTheTaskWaitsAndBeginsWithTheFirstAgain() {
        spent.put("claude-code", OnBreach.PARK);
        spent.put("codex", OnBreach.PARK);

        assertThat(run().outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(workers()).containsExactly("claude-code");
        assertThat(world.lastRun).isAfterOrEqualTo(tomorrow);
        assertThat(world.published)
                .filteredOn(said -> said.status() == TaskStatus.PARKED)
                .singleElement()
                .matches(said ->
                        said.detail().contains(CLAUDE_SPENT) && said.detail().contains(CODEX_SPENT));
    }

    @Test
    void noPersonIsAskedIfAnAgentBecomesAvailableBeforeTheNextDay() {
        Instant reset = engine.now().plus(Duration.ofHours(2));
        Instant[] again = new Instant[1];
        spent.put("claude-code", OnBreach.ASK);
        world.anyAgent = input -> {
            again[0] = engine.now();
            return world.runs.size() == 1 ? limited(reset) : report(Ending.FINISHED);
        };
        world.anyEvidence = input -> world.runs.size() == 1 ? red("half") : green("whole");

        assertThat(run().outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(workers()).containsExactly("codex", "codex");
        assertThat(again[0]).isBetween(reset, reset.plusSeconds(5));
        assertThat(world.questions).isEmpty();
    }

    @Test
    void aPersonsPermissionAppliesOnlyToTheBudgetsThatAsk() {
        spent.put("claude-code", OnBreach.END);
        spent.put("codex", OnBreach.ASK);
        WorkflowStub task = engine.submit("t-1", task(true));
        TaskEngine.awaitStatus(task, TaskStatus.WAITING);
        assertThat(world.questions).singleElement().satisfies(asked -> {
            assertThat(asked.question()).isEqualTo(CODEX_SPENT + ". May the task exceed it?");
            assertThat(asked.reasons()).containsExactly(CLAUDE_SPENT, CODEX_SPENT);
        });

        task.update("answer", TaskView.class, new Action("yes", "ann"));

        assertThat(TaskEngine.outcome(task).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(world.runs).singleElement().matches(RunAgent::overBudget);
        assertThat(workers()).containsExactly("codex");
    }

    @Test
    void aTaskEndsIfConfiguredForAllAndSaysWhyForEach() {
        spent.put("claude-code", OnBreach.END);
        spent.put("codex", OnBreach.END);

        TaskOutcome outcome = run();

        assertThat(outcome.cause()).isEqualTo(Cause.BUDGET);
        assertThat(outcome.reason()).isEqualTo(CLAUDE_SPENT + "; " + CODEX_SPENT);
        assertThat(world.runs).isEmpty();
    }

    @Test
    void aPersonHearsAlsoOfThoseThatAreNotThere() {
        spent.put("codex", OnBreach.ASK);
        world.anyAgent = input -> report(Ending.NOT_INSTALLED);

        TaskOutcome outcome = TaskEngine.outcome(engine.submit("t-1", task(false)));
        assertThat(outcome.cause()).isEqualTo(Cause.NEEDS_PERSON);

        WorkflowStub task = engine.submit("t-2", task(true));
        TaskEngine.awaitStatus(task, TaskStatus.WAITING);
        assertThat(world.questions)
                .singleElement()
                .satisfies(asked -> assertThat(asked.reasons())
                        .containsExactly(CODEX_SPENT, "claude-code: the agent said not_installed"));
        task.update("stop", TaskView.class, new Action("enough", "ann"));
        TaskEngine.outcome(task);
    }

    @Test
    void oneWhoseDayEndedItsSessionIsFollowedByTheNextAndIsNotGoneForGood() {
        world.anyAgent = input -> switch (world.runs.size()) {
            case 1 -> {
                spent.put("claude-code", OnBreach.PARK);
                yield endedByTheDay(UUID.randomUUID());
            }
            case 2 -> report(Ending.FINISHED, "Which units?");
            default -> report(Ending.FINISHED);
        };
        world.anyEvidence = input -> world.runs.size() < 3 ? red("t" + world.runs.size()) : green("t3");
        WorkflowStub task = engine.submit("t-1", task(true));
        TaskEngine.awaitStatus(task, TaskStatus.WAITING);
        assertThat(workers()).containsExactly("claude-code", "codex");
        assertThat(world.decisions.getFirst())
                .isEqualTo(new Decision.Fallback(
                        "codex", List.of("claude-code cannot go on: " + CLAUDE_SPENT, "codex is next")));

        engine.sleep(Duration.ofHours(8));
        task.update("answer", TaskView.class, new Action("metres", "ann"));

        assertThat(TaskEngine.outcome(task).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(workers()).containsExactly("claude-code", "codex", "claude-code");
    }

    private static AgentReport limited(Instant reset) {
        return AgentReport.builder(Ending.RATE_LIMITED, "usage limit")
                .session(UUID.randomUUID())
                .retryable(true)
                .resetsAt(reset)
                .durationMillis(10)
                .build();
    }

    private AgentReport endedByTheDay(UUID session) {
        return AgentReport.builder(Ending.ACCOUNT_BUDGET, CLAUDE_SPENT)
                .session(session)
                .resetsAt(tomorrow)
                .durationMillis(10)
                .build();
    }
}
