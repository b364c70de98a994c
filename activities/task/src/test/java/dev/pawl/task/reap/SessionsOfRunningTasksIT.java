package dev.pawl.task.reap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.db.session.NewSession;
import dev.pawl.db.session.SessionRow;
import dev.pawl.db.task.TaskResult;
import dev.pawl.db.task.TaskRow;
import dev.pawl.workflows.model.outcome.Cause;
import dev.pawl.workflows.model.outcome.Outcome;
import dev.pawl.workflows.model.outcome.TaskOutcome;
import dev.pawl.workflows.model.upkeep.InconsistencyKind;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import io.temporal.activity.ActivityOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.common.RetryOptions;
import io.temporal.failure.ActivityFailure;
import io.temporal.worker.Worker;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tasks whose workflow exists in the engine: only what no attempt will close is closed. */
class SessionsOfRunningTasksIT {
    private final Step step = new Step();

    @SuppressWarnings("NullAway.Init")
    private ReapFixture fixture;

    @SuppressWarnings("NullAway.Init")
    private String task;

    @BeforeEach
    void start(@TempDir Path home) {
        fixture = new ReapFixture(home);
        task = fixture.records.newTask();
        Worker worker = fixture.engine.newWorker("queue");
        worker.registerWorkflowImplementationTypes(OneStep.class);
        worker.registerActivitiesImplementations(step);
        fixture.engine.start();
    }

    @AfterEach
    void close() throws IOException {
        step.end.countDown();
        fixture.close();
    }

    @Test
    void aSessionWhoseAttemptIsAliveIsNeverTouched() throws Exception {
        run();
        UUID session = open();

        Seen.nothing(fixture.look(true, session.toString()));
        Seen.nothing(fixture.look(true, task));

        assertThat(fixture.records.sessions.current(session)).isTrue();
    }

    @Test
    void aTaskWhoseWorkflowAnOverloadedEngineDoesNotFindOnceGoesOn() throws Exception {
        run();

        fixture.listed.deny(1, Duration.ZERO);
        Seen.nothing(fixture.look(true, task));

        assertThat(fixture.records.tasks.find(task)).map(TaskRow::finishedAt).isEmpty();
    }

    @Test
    void aTaskWhoseWorkflowASlowEngineDoesNotFindGoesOn() throws Exception {
        run();

        fixture.listed.deny(1_000, Duration.ofMillis(1_100));
        Seen.nothing(fixture.look(true, task));
        fixture.listed.deny(0, Duration.ZERO);

        assertThat(fixture.records.tasks.find(task)).map(TaskRow::finishedAt).isEmpty();
    }

    @Test
    void aRunningWorkflowKeepsItsWorkspaceEvenIfItsTaskHasAnOutcome() throws Exception {
        run();
        UUID session = open();
        Path workspace = Files.createDirectories(fixture.directories.workspace(task));
        fixture.records.tasks.finish(task, new TaskResult("accepted", "none", "green", null, "none", ""));
        fixture.longAgo(task);

        Seen.nothing(fixture.look(true, session.toString()));
        Seen.nothing(fixture.look(true, "workspaces/" + task));

        assertThat(fixture.records.sessions.current(session)).isTrue();
        assertThat(workspace).exists();
    }

    @Test
    void aSessionThatNoAttemptWillCloseIsAbandonedWhileItsTaskContinues() throws Exception {
        run();
        UUID session = open();
        step.fails = true;
        step.end.countDown();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(this::nothingPending);

        fixture.findsAndPutsRight(InconsistencyKind.SESSION_WITHOUT_ATTEMPT, session.toString());

        assertThat(fixture.records.sessions.find(session))
                .map(SessionRow::status)
                .hasValue("abandoned");
        assertThat(fixture.records.tasks.find(task)).map(TaskRow::finishedAt).isEmpty();
    }

    @Test
    void anAttemptThatWaitsForAWorkerKeepsNoSessionOpen() {
        WorkflowState.Running waits = new WorkflowState.Running(List.of(new WorkflowState.AgentAttempt(2, false)));
        WorkflowState.Running runs = new WorkflowState.Running(List.of(new WorkflowState.AgentAttempt(2, true)));

        assertThat(waits.lives(1)).isFalse();
        assertThat(runs.lives(1))
                .as("the second attempt will close what the first one left")
                .isTrue();
        assertThat(runs.lives(2)).isTrue();
        assertThat(runs.lives(3)).isFalse();
    }

    private boolean nothingPending() {
        return fixture.engine
                        .getWorkflowClient()
                        .newUntypedWorkflowStub(task)
                        .describe()
                        .getRawDescription()
                        .getPendingActivitiesCount()
                == 0;
    }

    @Test
    void anOutcomeThatOnlyTheEngineHasIsStoredUnchanged() throws Exception {
        WorkflowStub workflow = run();
        step.end.countDown();
        workflow.getResult(TaskOutcome.class);

        fixture.findsAndPutsRight(InconsistencyKind.TASK_WITHOUT_WORKFLOW, task);

        assertThat(fixture.records.tasks.find(task)).map(TaskRow::status).hasValue("partial");
        assertThat(fixture.records.tasks.find(task)).map(TaskRow::reason).hasValue("because");
    }

    private WorkflowStub run() throws InterruptedException {
        WorkflowStub workflow = fixture.engine
                .getWorkflowClient()
                .newUntypedWorkflowStub(
                        "TaskWorkflow",
                        WorkflowOptions.newBuilder()
                                .setWorkflowId(task)
                                .setTaskQueue("queue")
                                .build());
        workflow.start();
        assertThat(step.begun.await(20, TimeUnit.SECONDS)).isTrue();
        return workflow;
    }

    private UUID open() {
        UUID id = UUID.randomUUID();
        fixture.records.sessions.open(
                new NewSession(id, task, 1, 1, "scripted", null, ReapFixture.HOST, task + "/" + id));
        return id;
    }

    @WorkflowInterface
    public interface OneStepWorkflow {
        @WorkflowMethod(name = "TaskWorkflow")
        TaskOutcome run();
    }

    public static final class OneStep implements OneStepWorkflow {
        @Override
        public TaskOutcome run() {
            AgentStep step = Workflow.newActivityStub(
                    AgentStep.class,
                    ActivityOptions.newBuilder()
                            .setStartToCloseTimeout(Duration.ofMinutes(5))
                            .setRetryOptions(RetryOptions.newBuilder()
                                    .setMaximumAttempts(1)
                                    .build())
                            .build());
            try {
                step.runAgent();
            } catch (ActivityFailure e) {
                // Like a task that waits for a person.
                Workflow.await(() -> false);
            }
            return new TaskOutcome(Outcome.PARTIAL, Cause.LIMIT, "because", 1, null);
        }
    }

    @ActivityInterface
    public interface AgentStep {
        @ActivityMethod(name = "RunAgent")
        void runAgent();
    }

    private static final class Step implements AgentStep {
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch end = new CountDownLatch(1);
        private volatile boolean fails;

        @Override
        public void runAgent() {
            begun.countDown();
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            if (fails) {
                throw new IllegalStateException("the worker was lost");
            }
        }
    }
}
