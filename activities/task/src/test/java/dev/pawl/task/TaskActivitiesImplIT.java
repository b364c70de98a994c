package dev.pawl.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pawl.db.decision.DecisionRow;
import dev.pawl.db.event.EventRow;
import dev.pawl.db.judgement.JudgeCall;
import dev.pawl.db.question.QuestionRow;
import dev.pawl.db.session.CloseSession;
import dev.pawl.db.session.NewSession;
import dev.pawl.db.session.SessionRow;
import dev.pawl.db.session.SessionUsage;
import dev.pawl.db.task.TaskRow;
import dev.pawl.task.budget.AccountBudget;
import dev.pawl.task.budget.AccountBudgets;
import dev.pawl.testing.Records;
import dev.pawl.workflows.activity.task.Admission;
import dev.pawl.workflows.activity.task.AskAdmission;
import dev.pawl.workflows.activity.task.AskPerson;
import dev.pawl.workflows.activity.task.CloseQuestion;
import dev.pawl.workflows.activity.task.ComposePrompt;
import dev.pawl.workflows.activity.task.DecideIteration;
import dev.pawl.workflows.activity.task.Decided;
import dev.pawl.workflows.activity.task.FinishTask;
import dev.pawl.workflows.activity.task.PublishProgress;
import dev.pawl.workflows.activity.task.RegisterTask;
import dev.pawl.workflows.activity.task.RemindPerson;
import dev.pawl.workflows.activity.task.TaskActivities;
import dev.pawl.workflows.model.ContentRef;
import dev.pawl.workflows.model.FailureTypes;
import dev.pawl.workflows.model.outcome.Cause;
import dev.pawl.workflows.model.outcome.Decision;
import dev.pawl.workflows.model.outcome.Outcome;
import dev.pawl.workflows.model.outcome.TaskOutcome;
import dev.pawl.workflows.model.outcome.TaskStatus;
import dev.pawl.workflows.model.request.OnBreach;
import dev.pawl.workflows.policy.DecisionPolicy;
import dev.pawl.workflows.policy.PolicyInput;
import io.temporal.failure.ApplicationFailure;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaskActivitiesImplIT {
    private TaskFixture fixture;
    private Records records;
    private String task;

    @BeforeEach
    void register(@TempDir Path home) {
        fixture = new TaskFixture(home);
        records = fixture.records;
        task = "task-" + UUID.randomUUID();
        fixture.activities.register(new RegisterTask(task, "run-1", TaskFixture.request("Make a calculator")));
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void aTaskWhoseAccountHasNothingLeftIsNotAdmittedBeforeTheNextDay() {
        fixture.budgets =
                new AccountBudgets(List.of(new AccountBudget("judged", null, 100L, null, null, OnBreach.ASK)));
        Instant now = Instant.now();
        fixture.records.judgeCalls.store(
                new JudgeCall(UUID.randomUUID(), fixture.records.newTask(), 1, "judged", 90, 20, 0, 0, null, 1, null));
        TaskActivities activities = fixture.activitiesOf("here");

        Admission admission = activities.admit(new AskAdmission("t-1", "judged", now, false));

        assertThat(admission.go()).isFalse();
        assertThat(admission.overBudget()).isNotNull().satisfies(over -> {
            assertThat(over.reason()).endsWith("110 of 100 tokens are spent, 10 too many");
            assertThat(over.until()).isAfter(now).isBeforeOrEqualTo(now.plus(Duration.ofDays(1)));
            assertThat(over.frees()).isFalse();
            assertThat(over.then()).isEqualTo(OnBreach.ASK);
        });
        assertThat(activities
                        .admit(new AskAdmission("t-1", "judged", now, true))
                        .go())
                .isTrue();
        assertThat(activities
                        .admit(new AskAdmission("t-1", "judged", now.plus(Duration.ofDays(1)), false))
                        .go())
                .isTrue();
        assertThat(activities
                        .admit(new AskAdmission("t-1", "claude-code", now, false))
                        .go())
                .isTrue();
    }

    @Test
    void aTaskHasARowWhoeverStartedItAndRegistrationIsIdempotent() {
        fixture.activities.register(new RegisterTask(task, "run-1", TaskFixture.request("Make a calculator")));

        TaskRow row = records.tasks.find(task).orElseThrow();
        assertThat(row.title()).isEqualTo("Calculator");
        assertThat(row.status()).isEqualTo("submitted");
        assertThat(row.labels()).containsExactly("nightly");
        assertThat(row.request()).contains("Make a calculator");
        assertThat(records.eventTypes(task)).containsExactly("task_registered");
    }

    @Test
    void aTaskStaysOnTheHostThatItWasGivenToFirst() {
        RegisterTask again = new RegisterTask(task, "run-1", TaskFixture.request("Make a calculator"));

        assertThat(fixture.activitiesOf("elsewhere").register(again).hostId()).isEqualTo("here");
    }

    @Test
    void noKeyOfARequestIsStored() {
        String other = "task-" + UUID.randomUUID();

        fixture.activities.register(new RegisterTask(other, "r", TaskFixture.request("use " + Records.SECRET)));
        ContentRef prompt = fixture.activities
                .compose(new ComposePrompt(other, 1, TaskFixture.request("use " + Records.SECRET), null, List.of()))
                .prompt();

        assertThat(records.tasks.find(other).orElseThrow().request())
                .contains("use [redacted]")
                .doesNotContain(Records.SECRET);
        assertThat(text(prompt)).contains("use [redacted]").doesNotContain(Records.SECRET);
    }

    @Test
    void anUnchangedSituationGivesTheSamePromptSoThatAStuckTaskIsDetected() {
        ContentRef first = compose(1, null);
        ContentRef second = compose(2, null);

        assertThat(second).isEqualTo(first);
        assertThat(text(first)).contains("Make a calculator");
        assertThat(records.iterations.list(task)).hasSize(2);
    }

    @Test
    void theNextPromptContainsTheFeedbackThatCausedTheRetry() {
        ContentRef first = compose(1, null);
        Decided decided = decide(TaskFixture.red("assert add(2, 3) == 5, password='hunter2'"));
        ContentRef second = compose(2, Objects.requireNonNull(decided.feedback()));

        assertThat(decided.decision()).isInstanceOf(Decision.Retry.class);
        assertThat(second).isNotEqualTo(first);
        assertThat(text(second)).contains("test_add", "assert add(2, 3) == 5").doesNotContain("hunter2");
    }

    @Test
    void aMissingTextFailsTheTaskInsteadOfLeavingAGapInThePrompt() {
        ContentRef lost = new ContentRef("0".repeat(64), 7);

        assertThatThrownBy(() -> compose(1, lost)).cause().isInstanceOfSatisfying(ApplicationFailure.class, failure -> {
            assertThat(failure.getType()).isEqualTo(FailureTypes.CONTENT_LOST);
            assertThat(failure.isNonRetryable()).isTrue();
            assertThat(failure.getOriginalMessage()).contains(lost.sha256());
        });
    }

    @Test
    void aDecisionIsStoredOnceWithAllItsInputs() throws IOException {
        compose(1, null);
        PolicyInput input = TaskFixture.red("assert False");

        Decided first = decide(input);
        Decided second = decide(input);

        assertThat(second).isEqualTo(first);
        DecisionRow row = only(records.decisions.list(task));
        assertThat(row.type()).isEqualTo("retry");
        assertThat(row.policyVersion()).isEqualTo(DecisionPolicy.VERSION);
        PolicyInput stored = records.mapper.readValue(row.inputs(), PolicyInput.class);
        assertThat(DecisionPolicy.decide(stored)).isEqualTo(first.decision());
        assertThat(records.iterations.list(task).getFirst().decision()).isEqualTo("retry");
        assertThat(records.eventTypes(task)).containsExactly("task_registered", "iteration_started", "decision_made");
    }

    @Test
    void everyRoundOfAnIterationKeepsItsDecisionAndItsInputs() {
        compose(1, null);
        decide("run-1/1", TaskFixture.red("the first"));
        decide("run-1/2", TaskFixture.red("the second"));
        decide("run-2/1", TaskFixture.red("the second"));

        List<DecisionRow> all = records.decisions.list(task);
        assertThat(all).extracting(DecisionRow::number).containsExactly(1, 2, 3);
        assertThat(all.getFirst().inputs()).contains("the first");
        assertThat(all.getLast().inputs()).contains("the second");
        assertThat(records.eventRows.after(task, 2, 10))
                .extracting(EventRow::eventId)
                .containsExactly("decision_made/1", "decision_made/2", "decision_made/3");
    }

    @Test
    void aRepeatedDecisionIsTheSameEvenIfMoreWasSpentMeanwhile() {
        compose(1, null);
        Decided first = decide(TaskFixture.red("assert False"));
        session("abandoned", "9.50", 2_000);

        assertThat(decide(TaskFixture.red("assert True"))).isEqualTo(first);
        assertThat(records.decisions.list(task)).hasSize(1);
    }

    @Test
    void decisionsCountTheSpendingOfAllSessionsAndJudges() {
        compose(1, null);
        session("failed", "0.25", 1_000);
        session("abandoned", "0.50", 2_000);
        records.judgeCalls.store(new JudgeCall(
                UUID.randomUUID(), task, 1, "judge", 1, 1, 0, 0, new BigDecimal("0.10"), 1, new BigDecimal("0.10")));
        records.judgeCalls.store(new JudgeCall(UUID.randomUUID(), task, 1, "judge", 0, 0, 0, 0, null, 1, null));

        PolicyInput.Spent spent = decide(TaskFixture.red("assert False")).spent();

        assertThat(spent.costUsd()).isEqualByComparingTo("0.85");
        assertThat(spent.estimatedUsd()).isEqualByComparingTo("0.10");
        assertThat(spent.unpriced()).isEqualTo(1);
        assertThat(spent.tokens()).isEqualTo(10);
        assertThat(spent.agentMillis()).isEqualTo(3_000);
    }

    @Test
    void aReminderIsCountedOnceAndNotAfterTheAnswer() {
        String question = task + "/1/clarify";
        fixture.activities.ask(
                new AskPerson(question, task, 1, "clarify", "Which API?", List.of("the agent asks"), List.of(), null));
        RemindPerson first = new RemindPerson(question, task, 1, Duration.ofHours(1), null);
        fixture.activities.remind(first);
        fixture.activities.remind(new RemindPerson(question, task, 2, Duration.ofHours(4), "lead"));
        fixture.activities.remind(first);
        fixture.activities.close(new CloseQuestion(question, task, "answered", "the new one", "ann"));
        fixture.activities.remind(new RemindPerson(question, task, 3, Duration.ofHours(9), "head"));

        QuestionRow row = only(records.questions.list(task));
        assertThat(row.deadline()).isNull();
        assertThat(row.reminders()).isEqualTo(2);
        assertThat(row.escalatedTo()).isEqualTo("lead");
        assertThat(records.eventTypes(task))
                .containsExactly(
                        "task_registered",
                        "question_asked",
                        "question_reminded",
                        "question_reminded",
                        "question_closed",
                        "decision_made");
    }

    @Test
    void aQuestionIsAskedOnceAndItsFirstAnswerIsKept() {
        AskPerson question = new AskPerson(
                task + "/1/clarify",
                task,
                1,
                "clarify",
                "Which API?",
                List.of("the agent asks"),
                List.of("old", "new"),
                Instant.now());
        fixture.activities.ask(question);
        fixture.activities.ask(question);
        fixture.activities.close(new CloseQuestion(question.questionId(), task, "answered", "the new one", "ann"));
        fixture.activities.close(new CloseQuestion(question.questionId(), task, "expired", "", "deadline"));

        QuestionRow row = only(records.questions.list(task));
        assertThat(row.resolution()).isEqualTo("answered");
        assertThat(row.choices()).containsExactly("old", "new");
        assertThat(row.answer()).isEqualTo("the new one");
        assertThat(records.eventTypes(task))
                .containsExactly("task_registered", "question_asked", "question_closed", "decision_made");
        DecisionRow decision = only(records.decisions.list(task));
        assertThat(decision.decidedBy()).isEqualTo("ann");
        assertThat(decision.type()).isEqualTo("retry");
        assertThat(decision.inputs()).contains("Which API?", "the new one");
    }

    @Test
    void progressNeverOverwritesAnOutcome() {
        fixture.activities.publish(new PublishProgress(task, TaskStatus.RUNNING, 1, "agent", ""));
        assertThat(records.tasks.find(task).orElseThrow().phase()).isEqualTo("agent");
        finish(Outcome.ACCEPTED);

        fixture.activities.publish(new PublishProgress(task, TaskStatus.WAITING, 1, "waiting", ""));

        assertThat(records.tasks.find(task).orElseThrow().status()).isEqualTo("accepted");
        assertThat(records.eventTypes(task)).containsExactly("task_registered", "status_changed", "task_finished");
    }

    @Test
    void theEndOfATaskClosesWhateverIsOpenAndTheFirstOutcomeIsKept() {
        UUID open = UUID.randomUUID();
        records.sessions.open(new NewSession(open, task, 1, 1, "claude-code", null, "here", task + "/" + open));
        fixture.activities.ask(new AskPerson(
                task + "/1/escalate", task, 1, "escalate", "Go on?", List.of("red"), List.of(), Instant.now()));

        finish(Outcome.PARTIAL);
        finish(Outcome.CANCELLED);

        assertThat(records.tasks.find(task).orElseThrow().status()).isEqualTo("partial");
        assertThat(records.sessions.find(open))
                .get()
                .extracting(SessionRow::status)
                .isEqualTo("abandoned");
        assertThat(records.questions.openOf(task)).isEmpty();
        assertThat(records.eventTypes(task))
                .containsExactly(
                        "task_registered", "question_asked", "session_closed", "question_closed", "task_finished");
    }

    @Test
    void aTaskThatWasNeverRegisteredHasNothingToEnd() {
        fixture.activities.finish(
                new FinishTask("no-such-task", new TaskOutcome(Outcome.CANCELLED, Cause.NONE, "cancelled", 0, null)));

        assertThat(records.tasks.find("no-such-task")).isEmpty();
    }

    @Test
    void eventsAreInOrderAndWithoutGaps() {
        compose(1, null);
        decide(TaskFixture.red("assert False"));
        finish(Outcome.REJECTED);

        assertThat(records.eventRows.after(task, 0, 100))
                .extracting(EventRow::seq)
                .containsExactly(1L, 2L, 3L, 4L);
    }

    private ContentRef compose(int iteration, @Nullable ContentRef feedback) {
        return fixture.activities
                .compose(new ComposePrompt(
                        task, iteration, TaskFixture.request("Make a calculator"), feedback, List.of()))
                .prompt();
    }

    private Decided decide(PolicyInput input) {
        return decide("run-1/1", input);
    }

    private Decided decide(String round, PolicyInput input) {
        return fixture.activities.decide(new DecideIteration(task, 1, round, input, null));
    }

    private void finish(Outcome outcome) {
        fixture.activities.finish(new FinishTask(task, new TaskOutcome(outcome, Cause.NONE, "because", 1, null)));
    }

    private void session(String status, String cost, long millis) {
        UUID id = UUID.randomUUID();
        long fence = records.sessions
                .open(new NewSession(id, task, 1, 1, "claude-code", null, "here", task + "/" + id))
                .fence();
        SessionUsage usage = new SessionUsage(1, 1, 1, 1, new BigDecimal(cost), 1, null);
        assertThat(records.sessions.close(
                        id, fence, new CloseSession(status, "", usage, millis, null, null, null, null, "")))
                .isTrue();
    }

    private String text(ContentRef ref) {
        return fixture.texts.read(ref, 1 << 20);
    }

    private static <T> T only(List<T> all) {
        assertThat(all).hasSize(1);
        return all.getFirst();
    }
}
