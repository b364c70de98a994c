package dev.pawl.db.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pawl.db.plan.NewPackage;
import dev.pawl.db.plan.NewPlan;
import dev.pawl.db.plan.PlanProgress;
import dev.pawl.db.plan.Plans;
import dev.pawl.db.question.NewQuestion;
import dev.pawl.db.repository.Repositories;
import dev.pawl.db.task.TaskResult;
import dev.pawl.db.testing.Samples;
import dev.pawl.db.testing.TestDatabase;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InboxIT {
    private static final TestDatabase DATABASE = TestDatabase.migrated();

    private final Repositories rows = DATABASE.repositories();
    private final Inbox inbox = rows.inbox();
    private final Plans plans = new Plans(DATABASE.jdbc(), DATABASE.transactions());

    @BeforeEach
    void threeQuestions() {
        ask("calc-1", List.of("deliver", "keep"));
        plan();
        ask("calc-2", List.of());
    }

    @AfterEach
    void forget() {
        DATABASE.jdbc().sql("delete from task").update();
        DATABASE.jdbc().sql("delete from plan").update();
    }

    @Test
    void theQuestionsOfTasksAndPlansComeTogetherOldestFirst() {
        List<OpenQuestionRow> questions = inbox.list(10, null).questions();

        assertThat(questions).extracting(OpenQuestionRow::id).containsExactly("q-calc-1", "q-plan", "q-calc-2");
        OpenQuestionRow task = questions.getFirst();
        assertThat(task.taskId()).isEqualTo("calc-1");
        assertThat(task.planId()).isNull();
        assertThat(task.choices()).containsExactly("deliver", "keep");
        assertThat(task.costUsd()).isNull();
        OpenQuestionRow plan = questions.get(1);
        assertThat(plan.planId()).isEqualTo("plan-1");
        assertThat(plan.packageId()).isEqualTo("core");
        assertThat(plan.question()).isEqualTo("Package core failed. How should the plan go on?");
        assertThat(plan.deadline()).isEqualTo(Instant.parse("2030-01-02T03:04:05Z"));
    }

    @Test
    void aQuestionHasTheCostOfItsTaskOrOfAllTasksOfItsPlan() {
        spend("calc-1", "0.30", 1);
        DATABASE.jdbc()
                .sql("insert into plan_attempt (plan_id, package_id, number, task_id, started_at)"
                        + " values ('plan-1', 'core', 1, 'calc-2', now())")
                .update();
        spend("calc-2", "1.20", 0);

        List<OpenQuestionRow> questions = inbox.list(10, null).questions();

        assertThat(questions.getFirst().costUsd()).isEqualByComparingTo(new BigDecimal("0.30"));
        assertThat(questions.getFirst().unpriced()).isEqualTo(1);
        assertThat(questions.get(1).costUsd()).isEqualByComparingTo(new BigDecimal("1.20"));
    }

    @Test
    void pagesCoverEveryQuestionOnceAndANewOneShiftsNone() {
        List<String> seen = new ArrayList<>();
        InboxPage page = inbox.list(1, null);
        while (true) {
            page.questions().forEach(question -> seen.add(question.id()));
            if (page.nextPageToken() == null) {
                break;
            }
            if (seen.size() == 1) {
                ask("calc-3", List.of());
            }
            page = inbox.list(1, page.nextPageToken());
        }

        assertThat(seen).containsExactly("q-calc-1", "q-plan", "q-calc-2", "q-calc-3");
    }

    @Test
    void whatIsAnsweredOrHasEndedWaitsForNobody() {
        rows.questions().close("q-calc-1", "answered", "keep", "ann");
        rows.tasks().finish("calc-2", new TaskResult("cancelled", "none", "cancelled", null, "none", ""));
        plans.progress(progress(null), List.of(), List.of(), List.of());

        assertThat(inbox.list(10, null).questions()).isEmpty();
    }

    @Test
    void aTokenThatIsNoneIsRefused() {
        assertThatThrownBy(() -> inbox.list(10, "x")).hasMessageContaining("not a page token");
        assertThatThrownBy(() -> inbox.list(0, null)).hasMessageContaining("1 to 1000");
    }

    private void ask(String task, List<String> choices) {
        rows.tasks().register(Samples.task(task));
        rows.questions()
                .ask(new NewQuestion(
                        "q-" + task,
                        task,
                        1,
                        "escalate",
                        "Which one?",
                        List.of("it is not said"),
                        choices,
                        Instant.parse("2030-05-01T00:00:00Z")));
    }

    private void plan() {
        plans.register(
                new NewPlan("plan-1", "run-1", "engine-1", "Three packages", null, "host-1", "{}", List.of()),
                List.of(new NewPackage("core", "{}")));
        plans.progress(progress("""
                        {"id": "q-plan", "packageId": "core", "askedAt": "%s", "deadline": "2030-01-02T03:04:05Z",
                         "question": "Package core failed. How should the plan go on?"}
                        """.formatted(now())), List.of(), List.of(), List.of());
    }

    /** Of the database, which gives the other questions their times. */
    private static Instant now() {
        return DATABASE.jdbc()
                .sql("select clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private static PlanProgress progress(@Nullable String question) {
        return new PlanProgress("plan-1", "waiting", "", question, null, null, null);
    }

    private static void spend(String task, String usd, long unpriced) {
        DATABASE.jdbc()
                .sql("insert into session_total (task_id, status, sessions, input_tokens, output_tokens,"
                        + " cache_read_tokens, cache_write_tokens, cost_usd, unpriced, turns, duration_millis)"
                        + " values (:task, 'completed', 2, 1, 1, 0, 0, :usd, :unpriced, 1, 1)")
                .param("task", task)
                .param("usd", new BigDecimal(usd))
                .param("unpriced", unpriced)
                .update();
    }
}
