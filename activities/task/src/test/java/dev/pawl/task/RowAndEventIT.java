package dev.pawl.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pawl.db.session.NewSession;
import dev.pawl.db.session.SessionRow;
import dev.pawl.db.task.TaskRow;
import dev.pawl.testing.Records;
import dev.pawl.testing.RefusedEvents;
import dev.pawl.workflows.activity.task.AskPerson;
import dev.pawl.workflows.activity.task.CloseQuestion;
import dev.pawl.workflows.activity.task.ComposePrompt;
import dev.pawl.workflows.activity.task.DecideIteration;
import dev.pawl.workflows.activity.task.FinishTask;
import dev.pawl.workflows.activity.task.PublishProgress;
import dev.pawl.workflows.activity.task.RegisterTask;
import dev.pawl.workflows.model.outcome.Cause;
import dev.pawl.workflows.model.outcome.Outcome;
import dev.pawl.workflows.model.outcome.TaskOutcome;
import dev.pawl.workflows.model.outcome.TaskStatus;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** If an activity fails between a row and its event, neither is stored; a retry stores both, once. */
class RowAndEventIT {
    private TaskFixture fixture;
    private Records records;
    private String task;

    @BeforeEach
    void register(@TempDir Path home) {
        fixture = new TaskFixture(home);
        records = fixture.records;
        task = "task-" + UUID.randomUUID();
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void aTaskIsRegisteredOnlyWithItsEvent() {
        failsAndSucceedsOnRetry(
                "task_registered",
                this::begin,
                () -> assertThat(records.tasks.find(task)).isEmpty());

        assertThat(records.tasks.find(task)).isPresent();
    }

    @Test
    void anIterationBeginsOnlyWithItsEvent() {
        begin();
        failsAndSucceedsOnRetry(
                "iteration_started",
                () -> fixture.activities.compose(
                        new ComposePrompt(task, 1, TaskFixture.request("Make a calculator"), null, List.of())),
                () -> assertThat(records.iterations.list(task)).isEmpty());

        assertThat(records.iterations.list(task)).hasSize(1);
    }

    @Test
    void aDecisionIsStoredOnlyWithItsEvent() {
        begin();
        compose();
        failsAndSucceedsOnRetry(
                "decision_made",
                () -> fixture.activities.decide(
                        new DecideIteration(task, 1, "run-1/1", TaskFixture.red("assert False"), null)),
                () -> {
                    assertThat(records.decisions.list(task)).isEmpty();
                    assertThat(records.iterations.list(task).getFirst().decision())
                            .isNull();
                    assertThat(records.iterations.list(task).getFirst().score()).isNull();
                });

        assertThat(records.decisions.list(task)).hasSize(1);
    }

    @Test
    void aQuestionIsAskedOnlyWithItsEvent() {
        begin();
        failsAndSucceedsOnRetry(
                "question_asked",
                this::ask,
                () -> assertThat(records.questions.list(task)).isEmpty());

        assertThat(records.questions.list(task)).hasSize(1);
    }

    @Test
    void aQuestionIsClosedOnlyWithItsEvent() {
        begin();
        ask();
        failsAndSucceedsOnRetry(
                "question_closed",
                () -> fixture.activities.close(new CloseQuestion(task + "/1/clarify", task, "answered", "yes", "ann")),
                () -> assertThat(records.questions.openOf(task)).isPresent());

        assertThat(records.questions.openOf(task)).isEmpty();
    }

    @Test
    void progressIsPublishedOnlyWithItsEvent() {
        begin();
        failsAndSucceedsOnRetry(
                "status_changed",
                () -> fixture.activities.publish(new PublishProgress(task, TaskStatus.RUNNING, 1, "agent", "")),
                () -> assertThat(row().phase()).isEmpty());

        assertThat(row().phase()).isEqualTo("agent");
    }

    @Test
    void aTaskEndsOnlyWithItsEvent() {
        begin();
        ask();
        UUID open = UUID.randomUUID();
        records.sessions.open(new NewSession(open, task, 1, 1, "claude-code", null, "here", task + "/" + open));
        failsAndSucceedsOnRetry("task_finished", this::finish, () -> {
            assertThat(row().finishedAt()).isNull();
            assertThat(records.questions.openOf(task)).isPresent();
            assertThat(records.sessions.find(open)).map(SessionRow::status).contains("open");
        });

        assertThat(row().status()).isEqualTo("rejected");
        assertThat(records.eventTypes(task))
                .containsExactly(
                        "task_registered", "question_asked", "session_closed", "question_closed", "task_finished");
    }

    private void failsAndSucceedsOnRetry(String type, Runnable activity, Runnable nothingIsThere) {
        try (RefusedEvents refused = refused(type)) {
            assertThatThrownBy(activity::run).hasStackTraceContaining("refused by a test");
            nothingIsThere.run();
        }
        List<String> before = records.eventTypes(task);
        assertThat(before).doesNotContain(type);

        activity.run();
        List<String> after = records.eventTypes(task);
        activity.run();

        assertThat(after).containsOnlyOnce(type);
        assertThat(records.eventTypes(task).stream().filter(type::equals).count())
                .isEqualTo(type.equals("status_changed") ? 2 : 1);
    }

    private RefusedEvents refused(String type) {
        return new RefusedEvents(records.jdbc, task, type);
    }

    private void begin() {
        fixture.activities.register(new RegisterTask(task, "run-1", TaskFixture.request("Make a calculator")));
    }

    private void compose() {
        fixture.activities.compose(
                new ComposePrompt(task, 1, TaskFixture.request("Make a calculator"), null, List.of()));
    }

    private void ask() {
        fixture.activities.ask(new AskPerson(
                task + "/1/clarify", task, 1, "clarify", "Which API?", List.of("unclear"), List.of(), Instant.now()));
    }

    private void finish() {
        fixture.activities.finish(
                new FinishTask(task, new TaskOutcome(Outcome.REJECTED, Cause.NONE, "because", 1, null)));
    }

    private TaskRow row() {
        return records.tasks.find(task).orElseThrow();
    }
}
