package dev.pawl.workflows.task;

import static dev.pawl.workflows.model.Samples.green;
import static dev.pawl.workflows.model.Samples.red;
import static dev.pawl.workflows.model.Samples.report;
import static dev.pawl.workflows.model.Samples.request;
import static dev.pawl.workflows.task.TaskEngine.awaitStatus;
import static dev.pawl.workflows.task.TaskEngine.outcome;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.pawl.workflows.activity.task.RemindPerson;
import dev.pawl.workflows.model.evidence.Ending;
import dev.pawl.workflows.model.outcome.Cause;
import dev.pawl.workflows.model.outcome.Outcome;
import dev.pawl.workflows.model.outcome.TaskOutcome;
import dev.pawl.workflows.model.outcome.TaskStatus;
import dev.pawl.workflows.model.request.TaskRequest;
import dev.pawl.workflows.model.wait.Escalation;
import dev.pawl.workflows.model.wait.WaitEnd;
import dev.pawl.workflows.model.wait.WaitSpec;
import dev.pawl.workflows.task.person.Action;
import dev.pawl.workflows.task.state.TaskView;
import io.temporal.client.WorkflowStub;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Waits of days and weeks, in the time of the in-process engine. */
class WaitTest {
    private final TaskEngine engine = new TaskEngine();
    private final FakeWorld world = engine.world;

    @BeforeEach
    void theAgentAsks() {
        world.agents.add(input -> report(Ending.FINISHED, "Which units?"));
        world.evidence.add(red("t1"));
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void aQuestionRemindsEscalatesAndEndsTheTaskAtItsDeadline() {
        TaskOutcome outcome = outcome(engine.submit(
                "t-1",
                waiting(new WaitSpec(
                        List.of(Duration.ofHours(1), Duration.ofDays(1)),
                        List.of(
                                new Escalation(Duration.ofHours(4), "lead"),
                                new Escalation(Duration.ofDays(2), "head")),
                        Duration.ofDays(3),
                        WaitEnd.STOP))));

        assertThat(outcome.outcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(outcome.cause()).isEqualTo(Cause.NEEDS_PERSON);
        assertThat(world.closed.getFirst().resolution()).isEqualTo("expired");
        assertThat(world.reminders)
                .extracting(RemindPerson::number, RemindPerson::waited, RemindPerson::escalatedTo)
                .containsExactly(
                        tuple(1, Duration.ofHours(1), null),
                        tuple(2, Duration.ofHours(4), "lead"),
                        tuple(3, Duration.ofDays(1), null),
                        tuple(4, Duration.ofDays(2), "head"));
    }

    @Test
    void withoutADeadlineAQuestionWaitsWithoutEndAndRemindsEveryDay() {
        world.agents.add(input -> report(Ending.FINISHED));
        world.evidence.add(green("t2"));
        WorkflowStub task = engine.submit("t-1", waiting(null));
        awaitStatus(task, TaskStatus.WAITING);

        engine.sleep(Duration.ofDays(40).plusHours(1));

        assertThat(world.questions.getFirst().deadline()).isNull();
        TaskEngine.await(() -> world.reminders.size() >= 40);
        assertThat(world.reminders).hasSize(40);
        task.update("answer", TaskView.class, new Action("metres", "ann"));
        assertThat(outcome(task).outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void anAnswerEndsTheReminders() {
        world.agents.add(input -> report(Ending.FINISHED));
        world.evidence.add(green("t2"));
        WorkflowStub task =
                engine.submit("t-1", waiting(new WaitSpec(List.of(Duration.ofDays(1)), List.of(), null, WaitEnd.STOP)));
        awaitStatus(task, TaskStatus.WAITING);

        task.update("answer", TaskView.class, new Action("metres", "ann"));

        assertThat(outcome(task).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(world.reminders).isEmpty();
    }

    @Test
    void aDeadlineCanRejectTheResult() {
        TaskOutcome outcome = outcome(engine.submit("t-1", waiting(until(WaitEnd.REJECT))));

        assertThat(outcome.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(outcome.reason()).isEqualTo("rejected by deadline: nobody answered in time");
    }

    @Test
    void aDeadlineLetsTheAgentGoOnWithoutAnAnswerOnlyOnce() {
        world.agents.add(input -> report(Ending.FINISHED, "And which colour?"));
        world.evidence.add(red("t2"));

        TaskOutcome outcome = outcome(engine.submit("t-1", waiting(until(WaitEnd.CONTINUE))));

        assertThat(world.prompts.getLast()).contains("[Nobody answered in time. Decide yourself and go on.]");
        assertThat(world.closed).hasSize(2);
        assertThat(world.closed.getFirst().by()).isEqualTo("deadline");
        assertThat(world.closed.getLast().resolution()).isEqualTo("expired");
        assertThat(outcome.cause()).isEqualTo(Cause.NEEDS_PERSON);
    }

    private static WaitSpec until(WaitEnd then) {
        return new WaitSpec(List.of(), List.of(), Duration.ofHours(2), then);
    }

    private static TaskRequest waiting(@Nullable WaitSpec wait) {
        return request().toBuilder().personWait(wait).build();
    }
}
