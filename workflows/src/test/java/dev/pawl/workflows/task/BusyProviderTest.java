package dev.pawl.workflows.task;

import static dev.pawl.workflows.model.Samples.green;
import static dev.pawl.workflows.model.Samples.iterations;
import static dev.pawl.workflows.model.Samples.red;
import static dev.pawl.workflows.model.Samples.report;
import static dev.pawl.workflows.model.Samples.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.workflows.model.evidence.AgentReport;
import dev.pawl.workflows.model.evidence.Ending;
import dev.pawl.workflows.model.outcome.Cause;
import dev.pawl.workflows.model.outcome.Decision;
import dev.pawl.workflows.model.outcome.Outcome;
import dev.pawl.workflows.model.outcome.TaskOutcome;
import dev.pawl.workflows.model.outcome.TaskStatus;
import dev.pawl.workflows.model.request.AgentSpec;
import io.temporal.client.WorkflowStub;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a task does if a provider is busy for some seconds, or serves nothing until a person acts. */
class BusyProviderTest {
    private static final AgentSpec CLAUDE = AgentSpec.of("claude-code");
    private static final AgentSpec CODEX = AgentSpec.of("codex");

    private final TaskEngine engine = new TaskEngine();
    private final FakeWorld world = engine.world;

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void aBusyProviderIsAskedAgainInTimeAndNoIterationIsCharged() {
        List<Instant> asked = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            world.agents.add(input -> {
                asked.add(engine.now());
                return busy(null);
            });
        }
        world.agents.add(input -> {
            asked.add(engine.now());
            return report(Ending.FINISHED);
        });
        world.evidence.addAll(List.of(red("t1"), red("t1"), red("t1"), green("t2")));

        TaskOutcome outcome = TaskEngine.outcome(engine.submit("t-1", request(iterations(1), List.of(), true)));

        assertThat(outcome.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(outcome.iterations()).isEqualTo(1);
        assertThat(Duration.between(asked.get(0), asked.get(1))).isBetween(seconds(30), seconds(40));
        assertThat(Duration.between(asked.get(1), asked.get(2))).isBetween(seconds(60), seconds(70));
        assertThat(Duration.between(asked.get(2), asked.get(3))).isBetween(seconds(120), seconds(130));
        assertThat(world.decisions.subList(0, 3)).allMatch(Decision.Park.class::isInstance);
    }

    @Test
    void anotherTaskOfTheAccountIsNotHeldUp() {
        Instant later = engine.now().plusSeconds(600);
        Instant[] other = new Instant[1];
        world.agents.add(input -> busy(later));
        world.agents.add(input -> {
            other[0] = engine.now();
            return report(Ending.FINISHED);
        });
        world.agents.add(input -> report(Ending.FINISHED));
        world.evidence.addAll(List.of(red("t1"), green("t2"), green("t3")));
        WorkflowStub first = engine.submit("t-1", request());
        TaskEngine.awaitStatus(first, TaskStatus.PARKED);

        TaskEngine.outcome(engine.submit("t-2", request()));

        assertThat(world.runs.get(1).taskId()).isEqualTo("t-2");
        assertThat(other[0]).isBefore(later);
        assertThat(TaskEngine.outcome(first).outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void withoutCreditTheNextAgentWorks() {
        world.agents.add(input -> report(Ending.OUT_OF_CREDIT));
        world.agents.add(input -> report(Ending.FINISHED));
        world.evidence.addAll(List.of(red("t1"), green("t2")));

        TaskOutcome outcome = TaskEngine.outcome(engine.submit("t-1", request(iterations(1), true, CLAUDE, CODEX)));

        assertThat(outcome.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(outcome.iterations()).isEqualTo(1);
        assertThat(world.runs.getLast().agent()).isEqualTo(CODEX);
    }

    @Test
    void withoutCreditAnUnattendedTaskEndsForWantOfQuota() {
        world.agents.add(input -> report(Ending.OUT_OF_CREDIT));
        world.evidence.add(red("t1"));

        assertThat(TaskEngine.outcome(engine.submit("t-1", request(iterations(5), List.of(), false)))
                        .cause())
                .isEqualTo(Cause.QUOTA);
        assertThat(world.runs).hasSize(1);
    }

    private static Duration seconds(long count) {
        return Duration.ofSeconds(count);
    }

    private static AgentReport busy(@Nullable Instant until) {
        return AgentReport.builder(Ending.BUSY, "busy")
                .session(UUID.randomUUID())
                .retryable(true)
                .resetsAt(until)
                .durationMillis(10)
                .build();
    }
}
