package dev.pawl.workflows.task;

import static dev.pawl.workflows.model.Samples.delivering;
import static dev.pawl.workflows.model.Samples.green;
import static dev.pawl.workflows.model.Samples.iterations;
import static dev.pawl.workflows.model.Samples.report;
import static dev.pawl.workflows.model.Samples.request;
import static dev.pawl.workflows.task.TaskEngine.awaitStatus;
import static dev.pawl.workflows.task.TaskEngine.outcome;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pawl.workflows.model.evidence.Ending;
import dev.pawl.workflows.model.outcome.Cause;
import dev.pawl.workflows.model.outcome.Outcome;
import dev.pawl.workflows.model.outcome.TaskOutcome;
import dev.pawl.workflows.model.outcome.TaskStatus;
import dev.pawl.workflows.model.request.TaskRequest;
import dev.pawl.workflows.task.person.Action;
import dev.pawl.workflows.task.state.TaskView;
import io.temporal.api.enums.v1.EventType;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowUpdateException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A lost host never blocks a task forever. */
@Execution(ExecutionMode.CONCURRENT)
@Timeout(value = 90, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LostHostTest {
    private static final String GONE = "gone";
    private static final String SILENCE = "host gone has not been heard from since " + FakeWorld.HEARD;
    private static final Duration SOON = Duration.ofSeconds(15);

    private final TaskEngine engine = new TaskEngine(ImpatientTaskWorkflow.class);
    private final FakeWorld world = engine.world;

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void aStepOfABusyHostWaitsForItsTurnWithoutAQuestion() {
        willBeGreen();
        world.host = FakeWorld.BUSY;
        WorkflowStub task = submit(request());

        awaitTimeouts(task, 3);
        assertThat(view(task).phase()).isEqualTo("agent");
        engine.startAgents(FakeWorld.BUSY);

        assertThat(outcome(task).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(world.runs).hasSize(1);
        assertThat(world.questions).isEmpty();
        assertThat(details()).noneMatch(detail -> detail.contains("not been heard from"));
    }

    @Test
    void aTaskWhoseHostIsLostSaysSinceWhenWaitsAndThenAsksAPerson() {
        WorkflowStub task = lost(request());

        awaitNoticed();
        assertThat(details().getLast()).startsWith(SILENCE);
        assertThat(view(task).status()).isEqualTo(TaskStatus.RUNNING);
        awaitStatus(task, TaskStatus.WAITING);

        assertThat(view(task).status()).isEqualTo(TaskStatus.WAITING);
        assertThat(view(task).question()).startsWith(SILENCE).contains(". Answer 'wait' or 'begin again' or 'end'");
        assertThat(world.questions).hasSize(1);
    }

    @Test
    void unattendedATaskWhoseHostIsLostFailsWithThatReason() {
        TaskOutcome outcome = outcome(lost(request(iterations(5), List.of(), false)));

        assertThat(outcome.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(outcome.cause()).isEqualTo(Cause.INTERNAL);
        assertThat(outcome.reason()).isEqualTo(SILENCE);
        assertThat(world.released).isEmpty();
    }

    @Test
    void aHostThatComesBackIsUsedAtOnceWithoutAQuestion() {
        willBeGreen();
        WorkflowStub task = lost(request());
        awaitNoticed();

        engine.start(GONE);

        assertThat(outcome(task).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(world.questions).isEmpty();
        assertThat(details().getLast()).isEmpty();
        assertThat(world.moves).isEmpty();
    }

    @Test
    void aHostThatComesBackAnswersTheQuestionAboutIt() {
        willBeGreen();
        WorkflowStub task = lost(request());
        awaitStatus(task, TaskStatus.WAITING);
        assertThat(view(task).status()).isEqualTo(TaskStatus.WAITING);

        engine.start(GONE);

        assertThat(outcome(task).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(world.closed.getFirst().by()).isEqualTo("host gone");
    }

    @Test
    void aTaskThatKeepsWaitingAsksAgainLater() {
        WorkflowStub task = lost(request());
        awaitStatus(task, TaskStatus.WAITING);

        say(task, " Wait ");
        awaitStatus(task, TaskStatus.RUNNING);
        awaitStatus(task, TaskStatus.WAITING);

        assertThat(world.questions).extracting(q -> q.questionId()).hasSize(2).doesNotHaveDuplicates();
        assertThat(view(task).status()).isEqualTo(TaskStatus.WAITING);
    }

    @Test
    void aTaskThatBeginsAgainStartsFromTheBaseOnAnotherHost() {
        willBeGreen();
        WorkflowStub task = lost(request());
        awaitStatus(task, TaskStatus.WAITING);

        say(task, "begin again");

        TaskOutcome outcome = outcome(task);
        assertThat(outcome.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(outcome.iterations()).isEqualTo(1);
        assertThat(world.moves).hasSize(1);
        assertThat(world.moves.getFirst().from()).isEqualTo(GONE);
        assertThat(world.released).containsExactly("t-1");
        assertThat(world.prompts).noneMatch(prompt -> prompt.contains("begin again"));
    }

    @Test
    void anAnswerOutsideOfTheChoicesIsRefused() {
        WorkflowStub task = lost(request());
        awaitStatus(task, TaskStatus.WAITING);

        assertThatThrownBy(() -> say(task, "dunno"))
                .isInstanceOf(WorkflowUpdateException.class)
                .hasStackTraceContaining("wait, begin again, end");
        say(task, "end");

        assertThat(outcome(task).outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(outcome(task).reason()).isEqualTo("ended by ann: " + SILENCE);
    }

    @Test
    void aCancelOfATaskWhoseHostIsGoneEndsSoon() {
        WorkflowStub task = lost(request());
        awaitPhase(task, "preparing");

        task.signal("cancel", new Action("", "ann"));

        assertEndsSoon(task, Outcome.CANCELLED);
    }

    @Test
    void aStopOfATaskWhoseHostIsGoneEndsSoon() {
        WorkflowStub task = lost(request());
        awaitPhase(task, "preparing");

        task.update("stop", TaskView.class, new Action("", "ann"));

        assertEndsSoon(task, Outcome.REJECTED);
        assertThat(outcome(task).reason()).isEqualTo("stopped on request: " + SILENCE);
    }

    @Test
    void aCancelOfATaskWhoseHostWasLostAMomentAgoEndsSoon() throws InterruptedException {
        WorkflowStub task = lostWhileAnAgentRuns();

        task.cancel();

        Instant asked = Instant.now();
        assertThatThrownBy(() -> outcome(task)).isNotNull();
        assertThat(Duration.between(asked, Instant.now())).isLessThan(SOON);
        assertThat(world.finished.getFirst().outcome().outcome()).isEqualTo(Outcome.CANCELLED);
    }

    @Test
    void aStopOfATaskWhoseHostWasLostAMomentAgoEndsSoon() throws InterruptedException {
        WorkflowStub task = lostWhileAnAgentRuns();

        task.update("stop", TaskView.class, new Action("", "ann"));

        Instant asked = Instant.now();
        assertThat(outcome(task).outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(Duration.between(asked, Instant.now())).isLessThan(SOON);
    }

    @Test
    void aCancelWhileTheHostOfAnAcceptedResultIsGoneLeavesItAcceptedAndNotDelivered() throws InterruptedException {
        willBeGreen();
        world.host = FakeWorld.SILENT;
        CountDownLatch delivering = new CountDownLatch(1);
        world.beforeDelivering = () -> {
            delivering.countDown();
            Scripts.await(new CountDownLatch(1));
        };
        WorkflowStub task = submit(delivering());
        delivering.await();

        task.signal("cancel", new Action("", "ann"));

        Instant asked = Instant.now();
        TaskOutcome outcome = outcome(task);
        assertThat(Duration.between(asked, Instant.now())).isLessThan(SOON);
        assertThat(outcome.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(outcome.reason())
                .contains("not delivered", "cancelled by ann")
                .doesNotContain("stopped");
    }

    private void assertEndsSoon(WorkflowStub task, Outcome expected) {
        Instant asked = Instant.now();
        assertThat(outcome(task).outcome()).isEqualTo(expected);
        assertThat(Duration.between(asked, Instant.now())).isLessThan(SOON);
        assertThat(world.finished).hasSize(1);
    }

    private void awaitNoticed() {
        await(() -> details().stream().anyMatch(detail -> detail.startsWith(SILENCE)));
    }

    private void awaitPhase(WorkflowStub task, String phase) {
        await(() -> view(task).phase().equals(phase));
    }

    private void awaitTimeouts(WorkflowStub task, int times) {
        await(() -> engine.history(task.getExecution()).stream()
                        .filter(event -> event.getEventType() == EventType.EVENT_TYPE_ACTIVITY_TASK_TIMED_OUT)
                        .count()
                >= times);
    }

    private static void await(BooleanSupplier condition) {
        Instant until = Instant.now().plusSeconds(40);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(until);
        }
    }

    private WorkflowStub lost(TaskRequest request) {
        world.host = GONE;
        return submit(request);
    }

    private WorkflowStub lostWhileAnAgentRuns() throws InterruptedException {
        world.host = FakeWorld.SILENT;
        CountDownLatch running = new CountDownLatch(1);
        world.agents.add(Scripts.blocking(running, new CountDownLatch(1)));
        WorkflowStub task = submit(request());
        running.await();
        return task;
    }

    private WorkflowStub submit(TaskRequest request) {
        return engine.submit("t-1", request);
    }

    private void willBeGreen() {
        world.agents.add(input -> report(Ending.FINISHED));
        world.evidence.add(green("t1"));
    }

    private List<String> details() {
        return world.published.stream().map(published -> published.detail()).toList();
    }

    private static TaskView view(WorkflowStub task) {
        return task.query("view", TaskView.class);
    }

    private static void say(WorkflowStub task, String text) {
        task.update("answer", TaskView.class, new Action(text, "ann"));
    }
}
