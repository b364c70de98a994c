package dev.pawl.workflows.task;

import static dev.pawl.workflows.model.Samples.report;
import static dev.pawl.workflows.model.Samples.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.workflows.activity.workspace.Prepared;
import dev.pawl.workflows.model.evidence.CheckEvidence;
import dev.pawl.workflows.model.evidence.CheckState;
import dev.pawl.workflows.model.evidence.DiffSummary;
import dev.pawl.workflows.model.evidence.Ending;
import dev.pawl.workflows.model.evidence.Evidence;
import dev.pawl.workflows.model.outcome.Cause;
import dev.pawl.workflows.model.outcome.Outcome;
import dev.pawl.workflows.model.outcome.TaskOutcome;
import dev.pawl.workflows.model.request.CheckSpec;
import dev.pawl.workflows.model.request.Must;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A lost text ends the task that needs it, naming the text, and without a retry. */
@Timeout(60)
class LostContentTest {
    private final TaskEngine engine = new TaskEngine();
    private final FakeWorld world = engine.world;

    @BeforeEach
    void largeValues() {
        List<CheckSpec> checks = IntStream.range(0, 200)
                .mapToObj(i -> new CheckSpec("check " + i, "make " + i, Duration.ofMinutes(1), Must.PASS, 0, null))
                .toList();
        world.prepared = new Prepared("base", "basetree", checks, List.of(), List.of());
        world.agents.add(input -> report(Ending.FINISHED));
        world.evidence.add(large());
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void aLostInputOfAStepEndsTheTask() {
        engine.claims.lose(content -> content.startsWith("{\"taskId\"") && content.contains("\"prepared\""));

        endsByName(TaskEngine.outcome(engine.submit("t-1", request())));
    }

    @Test
    void aLostResultOfAStepEndsTheTask() {
        engine.claims.lose(content -> content.startsWith("{\"snapshot\""));

        endsByName(TaskEngine.outcome(engine.submit("t-1", request())));
    }

    private void endsByName(TaskOutcome outcome) {
        assertThat(outcome.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(outcome.cause()).isEqualTo(Cause.INTERNAL);
        assertThat(outcome.reason())
                .containsPattern("content [0-9a-f]{64} is missing")
                .contains("t-1");
        assertThat(world.finished).hasSize(1);
    }

    private static Evidence large() {
        List<CheckEvidence> red = IntStream.range(0, 200)
                .mapToObj(i -> new CheckEvidence(
                        "check " + i,
                        CheckState.FAILED,
                        1,
                        false,
                        1,
                        List.of("test"),
                        List.of(),
                        "x".repeat(100),
                        null,
                        5))
                .toList();
        return new Evidence("commit", "tree", new DiffSummary(1, 1, 0, true, null), List.of(), red, List.of(), false);
    }
}
