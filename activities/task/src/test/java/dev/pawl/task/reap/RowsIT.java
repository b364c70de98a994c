package dev.pawl.task.reap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.db.budget.Amount;
import dev.pawl.db.decision.NewDecision;
import dev.pawl.db.question.NewQuestion;
import dev.pawl.db.session.CloseSession;
import dev.pawl.db.session.NewSession;
import dev.pawl.db.session.SessionRow;
import dev.pawl.db.session.SessionUsage;
import dev.pawl.db.task.TaskResult;
import dev.pawl.db.task.TaskRow;
import dev.pawl.record.event.EventFields;
import dev.pawl.record.event.EventType;
import dev.pawl.task.EngineIdentity;
import dev.pawl.testing.RefusedEvents;
import dev.pawl.workflows.model.upkeep.InconsistencyKind;
import dev.pawl.workflows.model.upkeep.Repair;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each way in which rows can be wrong: created, reported, and repaired if that is safe. */
class RowsIT {
    private static final LocalDate DAY = LocalDate.of(2030, 1, 1);

    @SuppressWarnings("NullAway.Init")
    private ReapFixture fixture;

    @SuppressWarnings("NullAway.Init")
    private String task;

    @BeforeEach
    void start(@TempDir Path home) {
        fixture = new ReapFixture(home);
        task = fixture.records.newTask();
    }

    @AfterEach
    void close() throws IOException {
        fixture.close();
    }

    @Test
    void aTaskWithoutAWorkflowIsEndedWithItsSessionAndLock() {
        UUID session = open(task, 1);
        fixture.locks.acquire("/a/" + task, task);

        fixture.findsAndPutsRight(InconsistencyKind.TASK_WITHOUT_WORKFLOW, task);

        assertThat(fixture.records.tasks.find(task)).map(TaskRow::status).hasValue("failed");
        assertThat(fixture.records.sessions.find(session))
                .map(SessionRow::status)
                .hasValue("abandoned");
        assertThat(fixture.records.eventTypes(task)).containsExactly("session_closed", "task_finished");
        assertThat(fixture.locks.acquire("/a/" + task, fixture.records.newTask()))
                .isEmpty();
    }

    @Test
    void aTaskOfAnotherEngineIsLeftToContinueThere() {
        String elsewhere = fixture.records.newTask("9f2c1c1e-0000-4000-8000-000000000000");
        UUID session = open(elsewhere, 1);

        Seen.only(fixture.look(true, elsewhere), InconsistencyKind.TASK_WITHOUT_WORKFLOW, Repair.BY_PERSON);

        assertThat(fixture.look(true, session.toString())).isEmpty();
        assertThat(fixture.records.tasks.find(elsewhere)).map(TaskRow::status).hasValue("submitted");
        assertThat(fixture.records.sessions.find(session))
                .map(SessionRow::status)
                .hasValue("open");
    }

    @Test
    void aTaskThatThisEngineLostIsEndedEvenIfItsEngineIsUnknown() {
        String own = new EngineIdentity(fixture.engine.getWorkflowClient()).id();
        for (String engine : List.of(own, "")) {
            String ended = fixture.records.newTask(engine);

            fixture.findsAndPutsRight(InconsistencyKind.TASK_WITHOUT_WORKFLOW, ended);

            assertThat(fixture.records.tasks.find(ended)).map(TaskRow::status).hasValue("failed");
        }
    }

    @Test
    void anOpenSessionOfAnEndedTaskIsAbandonedAndCounted() {
        UUID session = open(task, 1);
        finish(task);

        fixture.findsAndPutsRight(InconsistencyKind.SESSION_WITHOUT_ATTEMPT, session.toString());

        assertThat(fixture.records.sessions.find(session))
                .map(SessionRow::status)
                .hasValue("abandoned");
        assertThat(fixture.records.tasks.totals(task).byStatus()).containsEntry("abandoned", 1L);
    }

    @Test
    void aWorkflowWithoutARowIsReported() {
        fixture.listed.are("stranger", task);

        Seen.only(fixture.look(true, "stranger"), InconsistencyKind.WORKFLOW_WITHOUT_TASK, Repair.BY_PERSON);
    }

    @Test
    void aSessionIsAbandonedOnlyWithItsEvent() {
        UUID session = open(task, 1);
        finish(task);
        fixture.records
                .jdbc
                .sql("delete from event where task_id = :id and type = 'task_finished'")
                .param("id", task)
                .update();
        try (RefusedEvents refused = new RefusedEvents(fixture.records.jdbc, task, "session_closed")) {
            fixture.look(true, session.toString());
            assertThat(fixture.records.sessions.find(session))
                    .map(SessionRow::status)
                    .hasValue("open");
        }
    }

    @Test
    void aQuestionOfAnEndedTaskIsClosed() {
        String question = task + "/1/clarify";
        fixture.records.questions.ask(
                new NewQuestion(question, task, 1, "clarify", "Which?", List.of(), List.of(), Instant.now()));
        finish(task);

        fixture.findsAndPutsRight(InconsistencyKind.QUESTION_OF_ENDED_TASK, question);

        assertThat(fixture.records.questions.openOf(task)).isEmpty();
    }

    @Test
    void aDirectoryLockedForAnEndedTaskIsReleased() {
        fixture.locks.acquire("/b/" + task, task);
        finish(task);

        fixture.findsAndPutsRight(InconsistencyKind.LOCK_OF_ENDED_TASK, task);
    }

    @Test
    void totalsThatDifferFromTheSumsOfTheSessionsAreComputedAgain() {
        close(open(task, 1));
        close(open(task, 2));
        finish(task);
        fixture.records
                .jdbc
                .sql("update session_total set turns = turns + 1 where task_id = :id")
                .param("id", task)
                .update();

        fixture.findsAndPutsRight(InconsistencyKind.WRONG_TOTALS, task);

        assertThat(fixture.records.tasks.totals(task).turns()).isEqualTo(6);
        assertThat(fixture.records.tasks.totals(task).costUsd()).isEqualByComparingTo("0.50");
    }

    @Test
    void aReservationOfAnEndedSessionIsSettled() {
        UUID session = reserved(task);
        close(session);
        finish(task);
        fixture.records
                .jdbc
                .sql("update account_reservation set settled_at = null, spent_usd = null, spent_tokens = null "
                        + "where session_id = :id")
                .param("id", session)
                .update();

        fixture.findsAndPutsRight(InconsistencyKind.RESERVATION_OF_ENDED_SESSION, session.toString());

        assertThat(fixture.records.reservations.day(session.toString(), DAY).spentUsd())
                .isEqualByComparingTo("0.25");
    }

    @Test
    void aReservationLeftByACrashIsSettledWithItsSession() {
        UUID session = reserved(task);
        finish(task);
        assertThat(fixture.records.reservations.day(session.toString(), DAY).heldUsd())
                .isEqualByComparingTo("5.00");

        fixture.findsAndPutsRight(InconsistencyKind.SESSION_WITHOUT_ATTEMPT, session.toString());

        assertThat(fixture.records.reservations.day(session.toString(), DAY).heldUsd())
                .isZero();
    }

    @Test
    void aDecisionThatItsIterationDoesNotRecordIsRecorded() {
        fixture.records.iterations.begin(task, 1, "a".repeat(64), null);
        decided("run-1/1", "retry");
        decided("run-1/2", "accept");
        finish(task);

        fixture.findsAndPutsRight(InconsistencyKind.DECISION_NOT_NOTED, task + "/1");

        assertThat(fixture.records.iterations.list(task).getFirst().decision()).isEqualTo("accept");
    }

    private void decided(String round, String type) {
        fixture.records.decisions.store(
                new NewDecision(task, round, 1, "policy", type, List.of("green"), "1", "{}", "{}", 1.0, null, null));
        fixture.records
                .jdbc
                .sql("update decision set created_at = 'epoch' where task_id = :id")
                .param("id", task)
                .update();
    }

    @Test
    void aMissingEventOfATasksEndIsRecorded() {
        fixture.records.tasks.finish(task, new TaskResult("accepted", "none", "green", null, "none", ""));
        fixture.longAgo(task);

        fixture.findsAndPutsRight(InconsistencyKind.EVENT_MISSING, task);

        assertThat(fixture.records.eventTypes(task)).containsExactly("task_finished");
    }

    @Test
    void aMissingEventOfASessionsEndIsRecorded() {
        UUID session = open(task, 1);
        close(session, false);
        fixture.records.tasks.finish(task, new TaskResult("accepted", "none", "green", null, "none", ""));
        fixture.longAgo(task);

        fixture.findsAndPutsRight(InconsistencyKind.EVENT_MISSING, session.toString());
    }

    @Test
    void aCounterOfEventsThatLagsBehindContinuesAfterTheLastEvent() {
        finish(task);
        fixture.records
                .jdbc
                .sql("update task set event_seq = 0 where id = :id")
                .param("id", task)
                .update();

        fixture.findsAndPutsRight(InconsistencyKind.EVENT_GAP, task);

        assertThat(fixture.records.eventRows.last(task)).isEqualTo(1);
    }

    @Test
    void aGapInTheEventsIsLeftToAPerson() {
        fixture.records.events.append(task, EventType.STATUS_CHANGED, "1", new EventFields());
        finish(task);
        fixture.records
                .jdbc
                .sql("delete from event where task_id = :id and seq = 1")
                .param("id", task)
                .update();

        Seen.only(fixture.look(true, task), InconsistencyKind.EVENT_GAP, Repair.BY_PERSON);
    }

    private UUID open(String taskId, int iteration) {
        UUID id = UUID.randomUUID();
        fixture.records.sessions.open(
                new NewSession(id, taskId, iteration, 1, "scripted", null, ReapFixture.HOST, taskId + "/" + id));
        return id;
    }

    /** In an account that no other test uses. */
    private UUID reserved(String taskId) {
        UUID id = UUID.randomUUID();
        fixture.records.transactions.executeWithoutResult(status -> {
            fixture.records.reservations.reserve(
                    id, id.toString(), DAY, use -> Optional.of(new Amount(new BigDecimal("5.00"), null)));
            fixture.records.sessions.open(
                    new NewSession(id, taskId, 1, 1, "scripted", null, ReapFixture.HOST, taskId + "/" + id));
        });
        return id;
    }

    private void close(UUID session) {
        close(session, true);
    }

    private void close(UUID session, boolean event) {
        SessionRow row = fixture.records.sessions.find(session).orElseThrow();
        SessionUsage usage = new SessionUsage(1, 2, 3, 4, new BigDecimal("0.25"), 3, null);
        fixture.records.sessions.close(
                session, row.fence(), new CloseSession("completed", "done", usage, 5, 0, null, null, null, ""));
        if (event) {
            fixture.records.events.append(
                    row.taskId(),
                    EventType.SESSION_CLOSED,
                    session.toString(),
                    new EventFields().put("session_id", session.toString()));
        }
    }

    private void finish(String taskId) {
        fixture.records.tasks.finish(taskId, new TaskResult("accepted", "none", "green", null, "none", ""));
        fixture.records.events.append(taskId, EventType.TASK_FINISHED, "run-1", new EventFields());
        fixture.longAgo(taskId);
    }
}
