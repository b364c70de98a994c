package dev.pawl.workflows.task;

import static dev.pawl.workflows.model.Samples.green;
import static dev.pawl.workflows.model.Samples.report;
import static dev.pawl.workflows.model.Samples.request;
import static dev.pawl.workflows.task.TaskEngine.awaitStatus;
import static dev.pawl.workflows.task.TaskEngine.outcome;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pawl.workflows.activity.workspace.Delivered;
import dev.pawl.workflows.model.FailureTypes;
import dev.pawl.workflows.model.Samples;
import dev.pawl.workflows.model.breakpoint.Breakpoint;
import dev.pawl.workflows.model.breakpoint.BreakpointMoment;
import dev.pawl.workflows.model.evidence.Ending;
import dev.pawl.workflows.model.outcome.Cause;
import dev.pawl.workflows.model.outcome.DeliveryState;
import dev.pawl.workflows.model.outcome.Outcome;
import dev.pawl.workflows.model.outcome.TaskOutcome;
import dev.pawl.workflows.model.outcome.TaskStatus;
import dev.pawl.workflows.model.request.DeliverMode;
import dev.pawl.workflows.model.request.TaskRequest;
import dev.pawl.workflows.model.wait.WaitEnd;
import dev.pawl.workflows.model.wait.WaitSpec;
import dev.pawl.workflows.task.person.Action;
import dev.pawl.workflows.task.state.TaskView;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeliveryTest {
    private static final Action PERSON = new Action("I renamed it, try again", "ann");
    private static final Delivered REFUSED = new Delivered(false, "branch pawl/t-1 cannot be created: pawl exists");

    private final TaskEngine engine = new TaskEngine();
    private final FakeWorld world = engine.world;

    @BeforeEach
    void oneGreenIteration() {
        world.agents.add(input -> report(Ending.FINISHED));
        world.evidence.add(green("t1"));
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void aDeliveredResultSaysWhere() {
        TaskOutcome outcome = outcome(engine.submit("t-1", Samples.delivering(request(), DeliverMode.APPLY)));

        assertThat(outcome.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(outcome.cause()).isEqualTo(Cause.NONE);
        assertThat(outcome.delivery().state()).isEqualTo(DeliveryState.DELIVERED);
        assertThat(outcome.delivery().detail()).isEqualTo("applied");
    }

    @Test
    void ifNoDeliveryIsRequestedTheOutcomeSaysSo() {
        TaskOutcome outcome = outcome(engine.submit("t-1", request()));

        assertThat(outcome.delivery().state()).isEqualTo(DeliveryState.NONE);
        assertThat(world.deliveries).isZero();
    }

    @Test
    void unattendedAFailedDeliveryEndsTheTaskAcceptedWithItsOwnCauseAndTheNextStep() {
        world.delivered = REFUSED;

        TaskOutcome outcome = outcome(engine.submit("t-1", unattended()));

        assertThat(outcome.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(outcome.cause()).isEqualTo(Cause.DELIVERY);
        assertThat(outcome.delivery().state()).isEqualTo(DeliveryState.FAILED);
        assertThat(outcome.delivery().detail()).contains("pawl exists", "pawl apply t-1");
        assertThat(outcome.reason()).contains("not delivered", "pawl exists", "pawl apply t-1");
        assertThat(world.questions).isEmpty();
    }

    @Test
    void aFailedDeliveryIsNoVerdictOnTheWork() {
        world.deliveryFails = ApplicationFailure.newNonRetryableFailure(
                "no space left on the device", FailureTypes.WORKSPACE_UNUSABLE);

        TaskOutcome outcome = outcome(engine.submit("t-1", unattended()));

        assertThat(outcome.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(outcome.cause()).isEqualTo(Cause.DELIVERY);
        assertThat(outcome.delivery().detail()).contains("no space left on the device");
    }

    @Test
    void beforeADeliveryAPersonAllowsItKeepsTheResultOrRejectsIt() {
        assertThat(answered("answer", "Deliver").delivery().state()).isEqualTo(DeliveryState.DELIVERED);
        assertThat(world.questions.getFirst().reasons()).contains("breakpoint before-deliver");
        assertThat(world.deliveries).isEqualTo(1);

        TaskOutcome kept = answered("answer", "keep");
        assertThat(kept.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(kept.cause()).isEqualTo(Cause.NONE);
        assertThat(kept.delivery().state()).isEqualTo(DeliveryState.NONE);
        assertThat(kept.reason()).contains("not delivered, as ann said");

        assertThat(answered("approve", "").delivery().state()).isEqualTo(DeliveryState.DELIVERED);
        assertThat(answered("reject", "not this").outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(world.deliveries).isEqualTo(2);
    }

    private TaskOutcome answered(String update, String text) {
        world.agents.add(input -> report(Ending.FINISHED));
        world.evidence.add(green("t1"));
        WorkflowStub task = engine.submit("t-" + update + text.length(), stopping(true));
        awaitStatus(task, TaskStatus.WAITING);
        task.update(update, TaskView.class, new Action(text, "ann"));
        return outcome(task);
    }

    private static TaskRequest stopping(boolean interactive) {
        return Samples.delivering(request(), DeliverMode.APPLY).toBuilder()
                .breakpoints(List.of(new Breakpoint.At(BreakpointMoment.BEFORE_DELIVER)))
                .interactive(interactive)
                .build();
    }

    @Test
    void onlyTheNamedAnswersCountBeforeADelivery() {
        WorkflowStub task = engine.submit("t-1", stopping(true));
        awaitStatus(task, TaskStatus.WAITING);

        assertThatThrownBy(() -> task.update("answer", TaskView.class, PERSON))
                .isInstanceOf(WorkflowUpdateException.class)
                .hasStackTraceContaining("deliver, keep");
        task.update("stop", TaskView.class, new Action("", "ann"));

        TaskOutcome outcome = outcome(task);
        assertThat(outcome.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(outcome.cause()).isEqualTo(Cause.DELIVERY);
        assertThat(world.deliveries).isZero();
    }

    @Test
    void unattendedAResultIsNotDeliveredPastABreakpoint() {
        TaskOutcome outcome = outcome(engine.submit("t-1", stopping(false)));

        assertThat(outcome.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(outcome.cause()).isEqualTo(Cause.DELIVERY);
        assertThat(outcome.reason()).contains("a person would have been asked before the delivery");
        assertThat(world.deliveries).isZero();
    }

    @Test
    void aFailedDeliveryIsAQuestionAndTheAnswerTriesAgain() {
        world.delivered = REFUSED;
        WorkflowStub task = engine.submit("t-1", Samples.delivering(request(), DeliverMode.BRANCH));

        awaitStatus(task, TaskStatus.WAITING);
        assertThat(world.questions).hasSize(1);
        assertThat(world.questions.getFirst().kind()).isEqualTo("delivery");
        assertThat(world.questions.getFirst().question()).contains("accepted", "pawl exists");
        world.delivered = new Delivered(true, "branch pawl/t-1 has the result");
        task.update("answer", TaskView.class, PERSON);

        TaskOutcome outcome = outcome(task);
        assertThat(outcome.cause()).isEqualTo(Cause.NONE);
        assertThat(outcome.delivery().state()).isEqualTo(DeliveryState.DELIVERED);
        assertThat(world.deliveries).isEqualTo(2);
    }

    @Test
    void anAnswerAboutADeliveryIsNoGuidanceForTheWork() {
        world.delivered = REFUSED;
        WorkflowStub task = engine.submit("t-1", Samples.delivering(request(), DeliverMode.BRANCH));
        awaitStatus(task, TaskStatus.WAITING);
        for (int i = 0; i < 50; i++) {
            task.update("instruct", TaskView.class, PERSON);
        }
        world.delivered = new Delivered(true, "branch pawl/t-1 has the result");

        task.update("answer", TaskView.class, PERSON);

        assertThat(outcome(task).delivery().state()).isEqualTo(DeliveryState.DELIVERED);
    }

    @Test
    void eachFailedDeliveryAsksAQuestionOfItsOwn() {
        world.delivered = REFUSED;
        WorkflowStub task = engine.submit("t-1", Samples.delivering(request(), DeliverMode.BRANCH));
        awaitStatus(task, TaskStatus.WAITING);
        task.update("answer", TaskView.class, PERSON);
        awaitQuestions(2);
        awaitStatus(task, TaskStatus.WAITING);
        task.update("approve", TaskView.class, new Action("I take it by hand", "ann"));

        TaskOutcome outcome = outcome(task);
        assertThat(world.questions.getFirst().questionId())
                .isNotEqualTo(world.questions.getLast().questionId());
        assertThat(outcome.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(outcome.cause()).isEqualTo(Cause.DELIVERY);
        assertThat(outcome.reason()).contains("I take it by hand");
    }

    @Test
    void theWorkOfAFailedDeliveryCannotBeRejectedAnyMore() {
        world.delivered = REFUSED;
        WorkflowStub task = engine.submit("t-1", Samples.delivering(request(), DeliverMode.BRANCH));
        awaitStatus(task, TaskStatus.WAITING);

        assertThatThrownBy(() -> task.update("reject", TaskView.class, PERSON))
                .isInstanceOf(WorkflowUpdateException.class)
                .cause()
                .hasMessageContaining("already accepted");
        task.update("stop", TaskView.class, PERSON);

        assertThat(outcome(task).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(outcome(task).cause()).isEqualTo(Cause.DELIVERY);
    }

    @Test
    void aFailedDeliveryWithoutAnAnswerLeavesTheResultAccepted() {
        world.delivered = REFUSED;
        TaskRequest request = Samples.delivering(request(), DeliverMode.BRANCH).toBuilder()
                .personWait(new WaitSpec(List.of(), List.of(), Duration.ofDays(2), WaitEnd.CONTINUE))
                .build();

        TaskOutcome outcome = outcome(engine.submit("t-1", request));

        assertThat(outcome.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(outcome.cause()).isEqualTo(Cause.DELIVERY);
    }

    private void awaitQuestions(int number) {
        long until = System.nanoTime() + 20_000_000_000L;
        while (world.questions.size() < number) {
            assertThat(System.nanoTime()).as("%d questions", number).isLessThan(until);
            Thread.onSpinWait();
        }
    }

    private static TaskRequest unattended() {
        return Samples.delivering(request(Samples.iterations(3), List.of(), false), DeliverMode.BRANCH);
    }
}
