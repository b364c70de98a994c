package dev.pawl.workflows.task;

import static dev.pawl.workflows.model.Samples.delivering;
import static dev.pawl.workflows.model.Samples.green;
import static dev.pawl.workflows.model.Samples.iterations;
import static dev.pawl.workflows.model.Samples.red;
import static dev.pawl.workflows.model.Samples.report;
import static dev.pawl.workflows.model.Samples.request;
import static dev.pawl.workflows.task.TaskEngine.awaitStatus;
import static dev.pawl.workflows.task.TaskEngine.outcome;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pawl.workflows.activity.workspace.Delivered;
import dev.pawl.workflows.model.breakpoint.Breakpoint;
import dev.pawl.workflows.model.breakpoint.BreakpointMoment;
import dev.pawl.workflows.model.evidence.Ending;
import dev.pawl.workflows.model.outcome.Outcome;
import dev.pawl.workflows.model.outcome.TaskOutcome;
import dev.pawl.workflows.model.outcome.TaskStatus;
import dev.pawl.workflows.model.request.TaskRequest;
import dev.pawl.workflows.task.person.Action;
import dev.pawl.workflows.task.state.TaskView;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowStub;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a cancel does in each phase of a task, and that the outcome in the database always equals the engine's. */
@Timeout(value = 90, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CancelTest {
    private static final Action ANN = new Action("not needed any more", "ann");

    private final TaskEngine engine = new TaskEngine();
    private final FakeWorld world = engine.world;

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void aCancelWhileAnAgentRunsEndsItAndTheTaskAsCancelled() throws InterruptedException {
        CountDownLatch running = new CountDownLatch(1);
        world.agents.add(Scripts.untilCancelled(running));
        WorkflowStub task = engine.submit("t-1", request());
        running.await();

        task.signal("cancel", ANN);

        TaskOutcome outcome = outcome(task);
        assertThat(outcome.outcome()).isEqualTo(Outcome.CANCELLED);
        assertThat(outcome.reason()).isEqualTo("cancelled by ann: not needed any more");
        assertAgreement(task, outcome);
    }

    @Test
    void aCancelWhoseWorkerEndsBeforeItConfirmsEndsTheTaskAsCancelled() throws InterruptedException {
        CountDownLatch running = new CountDownLatch(1);
        world.agents.add(Scripts.diesWhenCancelled(running));
        WorkflowStub task = engine.submit("t-1", request());
        running.await();

        task.signal("cancel", ANN);

        TaskOutcome outcome = outcome(task);
        assertThat(outcome.outcome()).isEqualTo(Outcome.CANCELLED);
        assertThat(outcome.reason()).isEqualTo("cancelled by ann: not needed any more");
    }

    @Test
    void aStopWhoseWorkerEndsBeforeItConfirmsKeepsTheWork() throws InterruptedException {
        CountDownLatch running = new CountDownLatch(1);
        world.agents.add(Scripts.diesWhenCancelled(running));
        world.evidence.add(red("t1"));
        WorkflowStub task = engine.submit("t-1", request());
        running.await();

        task.update("stop", TaskView.class, ANN);

        TaskOutcome outcome = outcome(task);
        assertThat(outcome.outcome()).isNotIn(Outcome.FAILED, Outcome.CANCELLED);
        assertThat(outcome.reason()).contains("stopped on request");
    }

    @Test
    void aQuestionAboutADeliveryThatACancelEndsIsClosedAsStopped() {
        world.delivered = new Delivered(false, "pawl exists");
        WorkflowStub task = engine.submit("t-1", accepted());
        awaitStatus(task, TaskStatus.WAITING);

        task.signal("cancel", ANN);

        assertThat(outcome(task).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(world.closed.getFirst().resolution()).isEqualTo("stopped");
        assertThat(world.closed.getFirst().by()).isEqualTo("cancel");
    }

    @Test
    void aCancelWhileAPersonIsAskedEndsTheTaskAsCancelled() {
        WorkflowStub task = asking();

        task.signal("cancel", ANN);

        assertThat(outcome(task).outcome()).isEqualTo(Outcome.CANCELLED);
        assertThatThrownBy(() -> task.update("approve", TaskView.class, ANN)).isNotNull();
    }

    @Test
    void aCancelWhilePausedEndsTheTaskAsCancelled() throws InterruptedException {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        world.agents.add(Scripts.blocking(running, released));
        world.evidence.add(green("t1"));
        WorkflowStub task = engine.submit(
                "t-1", request(iterations(5), List.of(new Breakpoint.At(BreakpointMoment.BEFORE_ACCEPT)), true));
        running.await();
        task.update("pause", TaskView.class, ANN);
        released.countDown();
        awaitStatus(task, TaskStatus.WAITING);
        task.update("answer", TaskView.class, ANN);
        awaitStatus(task, TaskStatus.PAUSED);

        task.signal("cancel", ANN);

        assertThat(outcome(task).outcome()).isEqualTo(Outcome.CANCELLED);
    }

    @Test
    void aCancelAfterAcceptanceComesTooLateAndTheResultIsDelivered() throws InterruptedException {
        Delivery delivery = new Delivery(world);
        WorkflowStub task = engine.submit("t-1", accepted());
        delivery.awaitBegun();

        task.signal("cancel", ANN);
        delivery.goesOn();

        TaskOutcome outcome = outcome(task);
        assertThat(outcome.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(outcome.reason()).endsWith("applied");
        assertAgreement(task, outcome);
    }

    @Test
    void aCancelOfTheEngineAfterAcceptanceLeavesOutcomeAndEngineAgreeing() throws InterruptedException {
        Delivery delivery = new Delivery(world);
        WorkflowStub task = engine.submit("t-1", accepted());
        delivery.awaitBegun();

        task.cancel();
        delivery.goesOn();

        assertThatThrownBy(() -> outcome(task)).isInstanceOf(WorkflowFailedException.class);
        assertThat(status(task)).isEqualTo(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_CANCELED);
        assertThat(world.finished).hasSize(1);
        TaskOutcome written = world.finished.getFirst().outcome();
        assertThat(written.outcome()).isEqualTo(Outcome.CANCELLED);
        assertThat(written.reason()).contains("accepted").endsWith("applied");
        assertThat(world.deliveries).isEqualTo(1);
    }

    @Test
    void updatesOfACancelledTaskAreAnsweredBeforeItCloses() throws InterruptedException {
        CountDownLatch finishing = new CountDownLatch(1);
        CountDownLatch said = new CountDownLatch(1);
        world.beforeFinishing = () -> {
            finishing.countDown();
            Scripts.await(said);
        };
        WorkflowStub task = asking();
        task.cancel();
        finishing.await();

        assertThat(task.update("instruct", TaskView.class, ANN).status()).isEqualTo(TaskStatus.CANCELLED);
        said.countDown();

        assertThatThrownBy(() -> outcome(task)).isInstanceOf(WorkflowFailedException.class);
        assertThat(world.released).containsExactly("t-1");
    }

    private WorkflowStub asking() {
        world.agents.add(input -> report(Ending.FINISHED, "Which units?"));
        world.evidence.add(green("t1"));
        WorkflowStub task = engine.submit("t-1", request());
        awaitStatus(task, TaskStatus.WAITING);
        return task;
    }

    private TaskRequest accepted() {
        world.agents.add(input -> report(Ending.FINISHED));
        world.evidence.add(green("t1"));
        return delivering();
    }

    private void assertAgreement(WorkflowStub task, TaskOutcome outcome) {
        assertThat(world.finished).hasSize(1);
        assertThat(world.finished.getFirst().outcome()).isEqualTo(outcome);
        assertThat(status(task)).isEqualTo(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_COMPLETED);
    }

    private static WorkflowExecutionStatus status(WorkflowStub task) {
        return task.describe().getStatus();
    }

    /** A delivery that waits midway. */
    private static final class Delivery {
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch goesOn = new CountDownLatch(1);

        Delivery(FakeWorld world) {
            world.beforeDelivering = () -> {
                begun.countDown();
                Scripts.await(goesOn);
            };
        }

        void awaitBegun() throws InterruptedException {
            begun.await();
        }

        void goesOn() {
            goesOn.countDown();
        }
    }
}
