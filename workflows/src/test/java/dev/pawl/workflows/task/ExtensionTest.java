package dev.pawl.workflows.task;

import static dev.pawl.workflows.model.Samples.green;
import static dev.pawl.workflows.model.Samples.iterations;
import static dev.pawl.workflows.model.Samples.red;
import static dev.pawl.workflows.model.Samples.report;
import static dev.pawl.workflows.model.Samples.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pawl.workflows.activity.task.AskPerson;
import dev.pawl.workflows.model.evidence.AgentReport;
import dev.pawl.workflows.model.evidence.Ending;
import dev.pawl.workflows.model.evidence.Usage;
import dev.pawl.workflows.model.outcome.Cause;
import dev.pawl.workflows.model.outcome.Outcome;
import dev.pawl.workflows.model.outcome.TaskOutcome;
import dev.pawl.workflows.model.outcome.TaskStatus;
import dev.pawl.workflows.model.request.Limits;
import dev.pawl.workflows.model.request.TaskBreach;
import dev.pawl.workflows.task.person.Action;
import dev.pawl.workflows.task.person.Extension;
import dev.pawl.workflows.task.state.TaskView;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowUpdateException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What people grant a task beyond its limits. */
class ExtensionTest {
    private final TaskEngine engine = new TaskEngine();
    private final FakeWorld world = engine.world;

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void aTaskThatAsksBecauseItsBudgetIsNearlySpentContinuesWithMoreOfIt() {
        work("0.95", "0.70", "0.10");
        world.evidence.add(red("t1"));
        world.evidence.add(red("t2"));
        world.evidence.add(green("t3"));
        WorkflowStub task = engine.submit("t-1", request(budget("1.00"), List.of(), true));
        TaskEngine.awaitStatus(task, TaskStatus.WAITING);
        assertThat(world.questions.getFirst().question()).startsWith("The budget is nearly spent");

        extend(task, "1.00");

        TaskOutcome outcome = TaskEngine.outcome(task);
        assertThat(outcome.outcome()).as(outcome.reason()).isEqualTo(Outcome.ACCEPTED);
        assertThat(world.closed.getFirst().by()).isEqualTo("ann");
        assertThat(world.runs.get(1).budgetUsd()).isEqualByComparingTo("2.00");
        assertThat(world.runs.get(2).budgetUsd()).isEqualByComparingTo("2.00");
    }

    @Test
    void withoutMoreTheSameTaskEnds() {
        work("0.95", "0.70");
        world.evidence.add(red("t1"));
        world.evidence.add(red("t2"));
        WorkflowStub task = engine.submit("t-1", request(budget("1.00"), List.of(), true));
        TaskEngine.awaitStatus(task, TaskStatus.WAITING);

        task.update("answer", TaskView.class, new Action("go on", "ann"));

        assertThat(TaskEngine.outcome(task).cause()).isEqualTo(Cause.BUDGET);
    }

    @Test
    void aTaskThatSpentItsBudgetContinuesWithAGrantAndAsksAgainIfItIsTooSmall() {
        work("1.50", "0.10");
        world.evidence.add(red("t1"));
        world.evidence.add(green("t2"));
        WorkflowStub task = engine.submit("t-1", request(budget("1.00").on(TaskBreach.ASK), List.of(), true));
        TaskEngine.awaitStatus(task, TaskStatus.WAITING);
        assertThat(asked(0)).startsWith("The budget of $1.00 is overspent by $0.5.");

        extend(task, "0.25");
        awaitQuestion(2);
        assertThat(asked(1)).startsWith("The budget of $1.25 is overspent by $0.25.");
        extend(task, "1.00");

        TaskOutcome outcome = TaskEngine.outcome(task);
        assertThat(outcome.outcome()).as(outcome.reason()).isEqualTo(Outcome.ACCEPTED);
        assertThat(world.runs.get(1).budgetUsd()).isEqualByComparingTo("2.25");
        assertThat(world.questions).extracting(AskPerson::questionId).doesNotHaveDuplicates();
    }

    @Test
    void anAnswerThatGrantsNothingEndsATaskThatSpentItsBudget() {
        work("1.50");
        world.evidence.add(red("t1"));
        WorkflowStub task = engine.submit("t-1", request(budget("1.00").on(TaskBreach.ASK), List.of(), true));
        TaskEngine.awaitStatus(task, TaskStatus.WAITING);

        task.update("answer", TaskView.class, new Action("go on", "ann"));

        TaskOutcome outcome = TaskEngine.outcome(task);
        assertThat(outcome.outcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(outcome.cause()).isEqualTo(Cause.BUDGET);
        assertThat(outcome.reason())
                .isEqualTo("the budget of $1.00 is overspent by $0.5; the answer granted no more of it");
        assertThat(world.runs).hasSize(1);
    }

    @Test
    void anEarlyGrantIsNotAskedForAgain() {
        work("1.50", "0.10");
        world.evidence.add(red("t1"));
        world.evidence.add(green("t2"));
        WorkflowStub[] task = new WorkflowStub[1];
        world.beforePreparing = () -> {
            while (task[0] == null) {
                Thread.onSpinWait();
            }
        };
        world.beforeDecision = iteration -> {
            if (iteration == 1) {
                extend(task[0], "2.00");
            }
        };

        task[0] = engine.submit("t-1", request(budget("1.00").on(TaskBreach.ASK), List.of(), true));

        assertThat(TaskEngine.outcome(task[0]).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(world.questions).isEmpty();
    }

    private String asked(int index) {
        return world.questions.get(index).question();
    }

    private void awaitQuestion(int count) {
        Instant until = Instant.now().plusSeconds(20);
        while (world.questions.size() < count) {
            assertThat(Instant.now()).as("question %d is asked", count).isBefore(until);
        }
    }

    @Test
    void iterationsAreGrantedWhileAnAgentRuns() {
        WorkflowStub[] task = new WorkflowStub[1];
        world.agents.add(input -> {
            task[0].update("extend", TaskView.class, new Extension(1, null, null, null, "", "ann"));
            return report(Ending.FINISHED);
        });
        world.agents.add(input -> report(Ending.FINISHED));
        world.evidence.add(red("t1"));
        world.evidence.add(green("t2"));
        world.beforePreparing = () -> {
            while (task[0] == null) {
                Thread.onSpinWait();
            }
        };

        task[0] = engine.submit("t-1", request(iterations(1), List.of(), true));

        assertThat(TaskEngine.outcome(task[0]).iterations()).isEqualTo(2);
    }

    @Test
    void aNegativeGrantOrOneWithoutALimitIsRefused() {
        world.agents.add(input -> report(Ending.FINISHED, "Which units?"));
        world.evidence.add(red("t1"));
        WorkflowStub task = engine.submit("t-1", request());
        TaskEngine.awaitStatus(task, TaskStatus.WAITING);

        refused(task, new Extension(0, null, null, null, "", "ann"), "nothing is granted");
        refused(task, new Extension(-1, null, null, null, "", "ann"), "can only be extended");
        refused(task, new Extension(1, null, null, Duration.ZERO, "", "ann"), "can only be extended");
        refused(task, new Extension(0, BigDecimal.ONE, null, null, "", "ann"), "no limit of cost");
        refused(task, new Extension(0, null, 5L, null, "", "ann"), "no limit of tokens");
        assertThat(task.query("view", TaskView.class).status()).isEqualTo(TaskStatus.WAITING);
    }

    private static void refused(WorkflowStub task, Extension more, String why) {
        assertThatThrownBy(() -> task.update("extend", TaskView.class, more))
                .isInstanceOf(WorkflowUpdateException.class)
                .rootCause()
                .hasMessageContaining(why);
    }

    private static void extend(WorkflowStub task, @Nullable String cost) {
        task.update(
                "extend",
                TaskView.class,
                new Extension(0, cost == null ? null : new BigDecimal(cost), null, null, "worth it", "ann"));
    }

    private void work(String... costs) {
        for (String cost : costs) {
            Usage usage = new Usage(100, 10, 0, 0, new BigDecimal(cost), 1);
            world.agents.add(input -> AgentReport.builder(Ending.FINISHED, "done")
                    .session(UUID.randomUUID())
                    .usage(usage)
                    .durationMillis(1000)
                    .build());
        }
    }

    private static Limits budget(String usd) {
        Limits base = Limits.DEFAULT;
        return new Limits(
                base.iterations(), base.turns(), base.time(), base.idle(), new BigDecimal(usd), base.tokens());
    }
}
