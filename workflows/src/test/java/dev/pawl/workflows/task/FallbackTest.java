package dev.pawl.workflows.task;

import static dev.pawl.workflows.model.Samples.green;
import static dev.pawl.workflows.model.Samples.iterations;
import static dev.pawl.workflows.model.Samples.red;
import static dev.pawl.workflows.model.Samples.report;
import static dev.pawl.workflows.model.Samples.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.workflows.model.evidence.AgentReport;
import dev.pawl.workflows.model.evidence.Ending;
import dev.pawl.workflows.model.outcome.Decision;
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
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Agents that take over from one that cannot continue, on an engine that skips time. */
class FallbackTest {
    private static final AgentSpec CLAUDE = AgentSpec.of("claude-code");
    private static final AgentSpec CODEX = AgentSpec.of("codex").aliased("quick");
    private static final AgentSpec GEMINI = AgentSpec.of("gemini");

    private final TaskEngine engine = new TaskEngine();
    private final FakeWorld world = engine.world;

    @AfterEach
    void stop() {
        engine.close();
    }

    private static TaskRequest of(int most, AgentSpec first, AgentSpec... others) {
        return request(iterations(most), true, first, others);
    }

    private TaskOutcome run(TaskRequest request) {
        return TaskEngine.outcome(engine.submit("t-1", request));
    }

    private List<String> workers() {
        return world.runs.stream().map(run -> run.agent().called()).toList();
    }

    private static AgentReport limited(Instant reset) {
        return AgentReport.builder(Ending.RATE_LIMITED, "usage limit")
                .session(UUID.randomUUID())
                .retryable(true)
                .resetsAt(reset)
                .durationMillis(10)
                .build();
    }

    @Test
    void theNextAgentWorksIfTheFirstIsAtItsLimitAndNoIterationIsCharged() {
        Instant reset = engine.now().plus(Duration.ofHours(5));
        world.agents.add(input -> limited(reset));
        world.agents.add(input -> report(Ending.FINISHED));
        world.evidence.add(red("t1"));
        world.evidence.add(green("t2"));

        TaskOutcome outcome = run(of(1, CLAUDE, CODEX));

        assertThat(outcome.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(outcome.iterations()).isEqualTo(1);
        assertThat(workers()).containsExactly("claude-code", "quick");
        assertThat(world.lastRun).isBefore(reset);
    }

    @Test
    void aSwitchIsNeverSilent() {
        Instant reset = engine.now().plus(Duration.ofHours(5));
        world.agents.add(input -> limited(reset));
        world.agents.add(input -> report(Ending.FINISHED));
        world.evidence.add(red("t1"));
        world.evidence.add(green("t2"));

        run(of(1, CLAUDE, CODEX));

        assertThat(world.decisions.getFirst()).isInstanceOf(Decision.Fallback.class);
        assertThat(world.decisions.getFirst().reasons())
                .contains("claude-code cannot go on: usage limit", "quick is next");
        assertThat(world.decisions.getLast().reasons())
                .as("also the decision on its work says why it worked")
                .anyMatch(reason -> reason.startsWith("claude-code: waits until " + reset));
        assertThat(world.published)
                .anyMatch(said -> said.phase().equals("agent")
                        && said.detail().startsWith("quick works: claude-code: waits until " + reset));
    }

    @Test
    void anIterationBeginsWithTheFirstAgainOnceItsLimitHasPassed() {
        Instant reset = engine.now().plus(Duration.ofMinutes(5));
        world.agents.add(input -> limited(reset));
        world.agents.add(input -> report(Ending.FINISHED, "Which units?"));
        world.agents.add(input -> report(Ending.FINISHED));
        world.evidence.addAll(List.of(red("t1"), red("t2"), green("t3")));
        WorkflowStub task = engine.submit("t-1", of(5, CLAUDE, CODEX));
        TaskEngine.awaitStatus(task, TaskStatus.WAITING);
        engine.sleep(Duration.ofMinutes(10));
        task.update("answer", TaskView.class, new Action("metres", "ann"));

        assertThat(TaskEngine.outcome(task).iterations()).isEqualTo(2);
        assertThat(workers()).containsExactly("claude-code", "quick", "claude-code");
        assertThat(world.decisions.getLast().reasons()).noneMatch(reason -> reason.contains("waits"));
    }

    @Test
    void ifAllAreAtTheirLimitsTheTaskWaitsForTheEarliestReset() {
        Instant late = engine.now().plus(Duration.ofHours(5));
        Instant early = engine.now().plus(Duration.ofHours(2));
        Instant[] again = new Instant[1];
        world.agents.add(input -> limited(late));
        world.agents.add(input -> limited(early));
        world.agents.add(input -> {
            again[0] = engine.now();
            return report(Ending.FINISHED);
        });
        world.evidence.addAll(List.of(red("t1"), red("t2"), green("t3")));

        TaskOutcome outcome = run(of(1, CLAUDE, CODEX));

        assertThat(outcome.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(workers()).containsExactly("claude-code", "quick", "quick");
        assertThat(again[0]).isBetween(early, early.plusSeconds(5));
        assertThat(world.decisions.get(1)).isInstanceOf(Decision.Park.class);
        assertThat(world.published)
                .anyMatch(said -> said.status() == TaskStatus.PARKED
                        && said.detail().contains("until " + late)
                        && said.detail().contains("until " + early));
    }

    @Test
    void oneThatIsNotThereIsNotAskedAgainUntilAPersonHasLooked() {
        world.agents.add(input -> report(Ending.NOT_INSTALLED));
        world.agents.add(input -> report(Ending.FINISHED));
        world.agents.add(input -> report(Ending.UNAUTHENTICATED));
        world.agents.add(input -> report(Ending.FINISHED));
        world.evidence.addAll(List.of(red("t1"), green("t2")));
        WorkflowStub task = engine.submit("t-1", of(5, CLAUDE, CODEX));
        TaskEngine.awaitStatus(task, TaskStatus.WAITING);

        assertThat(workers()).containsExactly("claude-code", "quick", "quick");
        assertThat(world.questions.getFirst().reasons()).contains("claude-code: the agent said not_installed");
        task.update("answer", TaskView.class, new Action("installed", "ann"));

        assertThat(TaskEngine.outcome(task).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(workers()).endsWith("claude-code");
    }

    @Test
    void ifTheOthersAreMissingTheTaskWaitsForTheOneAtItsLimit() {
        Instant reset = engine.now().plus(Duration.ofHours(5));
        world.agents.add(input -> limited(reset));
        world.agents.add(input -> report(Ending.NOT_INSTALLED));
        world.agents.add(input -> report(Ending.UNAUTHENTICATED));
        world.agents.add(input -> report(Ending.FINISHED));
        world.evidence.addAll(List.of(red("t1"), green("t2")));

        assertThat(run(of(1, CLAUDE, CODEX, GEMINI)).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(workers()).containsExactly("claude-code", "quick", "gemini", "claude-code");
        assertThat(world.questions).isEmpty();
    }

    @Test
    void aNewTaskOfALimitedAccountBeginsWithTheNextOneAndSaysSo() {
        world.agents.add(input -> limited(engine.now().plus(Duration.ofHours(5))));
        world.evidence.add(red("t1"));
        WorkflowStub first = engine.submit("t-1", of(1, CLAUDE));
        TaskEngine.awaitStatus(first, TaskStatus.PARKED);
        world.agents.add(input -> report(Ending.FINISHED));
        world.evidence.clear();
        world.evidence.add(green("t2"));

        TaskOutcome outcome = TaskEngine.outcome(engine.submit("t-2", of(1, CLAUDE, CODEX)));

        assertThat(outcome.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(outcome.reason()).contains("claude-code: waits until");
        assertThat(world.runs.getLast().agent()).isEqualTo(CODEX);
    }
}
