package dev.pawl.workflows.task;

import static dev.pawl.workflows.model.Samples.evidence;
import static dev.pawl.workflows.model.Samples.green;
import static dev.pawl.workflows.model.Samples.iterations;
import static dev.pawl.workflows.model.Samples.red;
import static dev.pawl.workflows.model.Samples.report;
import static dev.pawl.workflows.model.Samples.request;
import static dev.pawl.workflows.task.TaskEngine.awaitStatus;
import static dev.pawl.workflows.task.TaskEngine.outcome;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pawl.workflows.activity.agent.RunAgent;
import dev.pawl.workflows.model.FailureTypes;
import dev.pawl.workflows.model.Samples;
import dev.pawl.workflows.model.breakpoint.Breakpoint;
import dev.pawl.workflows.model.breakpoint.BreakpointMoment;
import dev.pawl.workflows.model.evidence.Ending;
import dev.pawl.workflows.model.evidence.Evidence;
import dev.pawl.workflows.model.evidence.Finding;
import dev.pawl.workflows.model.evidence.FindingKind;
import dev.pawl.workflows.model.outcome.Cause;
import dev.pawl.workflows.model.outcome.Outcome;
import dev.pawl.workflows.model.outcome.TaskOutcome;
import dev.pawl.workflows.model.outcome.TaskStatus;
import dev.pawl.workflows.model.request.CheckSpec;
import dev.pawl.workflows.model.request.Limits;
import dev.pawl.workflows.model.request.Must;
import dev.pawl.workflows.model.request.SetupSpec;
import dev.pawl.workflows.model.request.TaskRequest;
import dev.pawl.workflows.model.request.VerifyMode;
import dev.pawl.workflows.task.person.Action;
import dev.pawl.workflows.task.state.TaskView;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TaskWorkflowTest {
    private static final Action PERSON = new Action("use decimals", "ann");

    private final TaskEngine engine = new TaskEngine();
    private final FakeWorld world = engine.world;

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void aDatabaseThatIsAwayForAWhileFailsNoTask() {
        world.outages.set(3);
        agent(Ending.FINISHED);
        world.evidence.add(green("t1"));

        assertThat(run(request()).outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void aStepOnAHostHasMoreTimeThanItsCommandsMayTake() {
        agent(Ending.FINISHED);
        world.evidence.add(green("t1"));
        SetupSpec setup = new SetupSpec("npm ci", Duration.ofMinutes(25));
        CheckSpec check = new CheckSpec("suite", "npm test", Duration.ofMinutes(12), Must.PASS, 2, null);
        WorkflowStub task =
                engine.submit("t-1", Samples.request(List.of(setup), List.of(check), VerifyMode.CLEAN_CHECKOUT));
        assertThat(TaskEngine.outcome(task).outcome()).isEqualTo(Outcome.ACCEPTED);

        assertThat(startToClose(task, "Prepare")).isGreaterThan(Duration.ofMinutes(25 + 12));
        assertThat(startToClose(task, "Assess")).isGreaterThan(Duration.ofMinutes(2 * 25 + 7 * 12));
    }

    private Duration startToClose(WorkflowStub task, String activity) {
        return engine.history(task.getExecution()).stream()
                .filter(HistoryEvent::hasActivityTaskScheduledEventAttributes)
                .map(HistoryEvent::getActivityTaskScheduledEventAttributes)
                .filter(scheduled -> scheduled.getActivityType().getName().equals(activity))
                .map(scheduled ->
                        Duration.ofSeconds(scheduled.getStartToCloseTimeout().getSeconds()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aGreenResultIsAcceptedAtOnce() {
        agent(Ending.FINISHED);
        world.evidence.add(green("t1"));

        TaskOutcome outcome = run(request());

        assertThat(outcome.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(outcome.snapshot()).isEqualTo("commit-t1");
        assertThat(world.finished).hasSize(1);
        assertThat(world.released).containsExactly("t-1");
    }

    @Test
    void theFeedbackOfARedIterationIsInTheNextPrompt() {
        agent(Ending.FINISHED, Ending.FINISHED);
        world.evidence.add(red("t1"));
        world.evidence.add(green("t2"));

        assertThat(run(request()).iterations()).isEqualTo(2);
        assertThat(world.prompts.get(0)).doesNotContain("failed with exit code");
        assertThat(world.prompts.get(1)).contains("check 'unit' failed with exit code 1");
    }

    @Test
    void aChangeThatAPersonAllowsStaysAllowed() {
        agent(Ending.FINISHED, Ending.FINISHED);
        Finding asking = Finding.asking(FindingKind.PROTECTED_CHANGED, "tests/old.py", "was removed; leave it");
        world.evidence.add(evidence("t1", true, List.of(asking)));
        world.evidence.add(green("t2"));
        WorkflowStub task = submit(request());

        awaitStatus(task, TaskStatus.WAITING);
        assertThat(world.questions.getFirst().question()).contains("tests/old.py: was removed. ");
        assertThatThrownBy(() -> task.update("answer", TaskView.class, PERSON))
                .hasStackTraceContaining("the answer is none of these: allow, refuse");
        task.update("answer", TaskView.class, new Action("Allow", "ann"));

        assertThat(outcome(task).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(world.assessed.getFirst().request().tests().mayRemove()).isEmpty();
        assertThat(world.assessed.getLast().request().tests().mayRemove()).containsExactly("tests/old.py");
        assertThat(world.prompts.getLast()).contains("tests/old.py");
    }

    @Test
    void iterationsAreBoundedAndTheEvidenceIsKept() {
        agent(Ending.FINISHED, Ending.FINISHED, Ending.FINISHED);
        world.evidence.add(red("t1"));
        world.evidence.add(red("t2"));
        world.evidence.add(red("t3"));

        TaskOutcome outcome = run(request(iterations(3), List.of(), true));

        assertThat(outcome.outcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(outcome.cause()).isEqualTo(Cause.LIMIT);
        assertThat(outcome.snapshot()).isEqualTo("commit-t3");
    }

    @Test
    void anIdenticalSituationTwiceIsStuckAndAsksAPerson() {
        agent(Ending.FINISHED, Ending.FINISHED, Ending.FINISHED);
        world.evidence.add(red("same"));
        world.evidence.add(red("same"));
        world.evidence.add(green("t3"));
        WorkflowStub task = submit(request());

        awaitStatus(task, TaskStatus.WAITING);
        assertThat(world.questions.getFirst().question()).contains("stuck");
        task.update("answer", TaskView.class, PERSON);

        assertThat(outcome(task).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(world.prompts.getLast()).contains("use decimals");
        assertThat(world.closed.getFirst().by()).isEqualTo("ann");
    }

    @Test
    void anIdenticalPromptIsNotSentTwice() {
        world.feedbackNamesState = false;
        agent(Ending.FINISHED, Ending.FINISHED, Ending.FINISHED);
        world.evidence.add(red("t1"));
        world.evidence.add(red("t2"));
        world.evidence.add(red("t3"));

        TaskOutcome outcome = run(request(iterations(9), List.of(), false));

        // The second failure adds that the check may contradict the task, the third adds nothing.
        assertThat(world.runs).hasSize(3);
        assertThat(outcome.cause()).isEqualTo(Cause.NEEDS_PERSON);
        assertThat(outcome.reason()).contains("stuck");
    }

    @Test
    void aQuestionOfTheAgentWaitsForItsAnswerWhichGoesIntoTheNextPrompt() {
        world.agents.add(input -> report(Ending.FINISHED, "Which units?"));
        agent(Ending.FINISHED);
        world.evidence.add(red("t1"));
        world.evidence.add(green("t2"));
        WorkflowStub task = submit(request());

        awaitStatus(task, TaskStatus.WAITING);
        assertThat(task.query("view", TaskView.class).question()).isEqualTo("Which units?");
        task.update("answer", TaskView.class, PERSON);

        assertThat(outcome(task).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(world.prompts.get(1)).contains("use decimals");
    }

    @Test
    void aPersonApprovesOrRejectsAtABreakpoint() {
        agent(Ending.FINISHED);
        world.evidence.add(green("t1"));
        WorkflowStub task =
                submit(request(iterations(5), List.of(new Breakpoint.At(BreakpointMoment.BEFORE_ACCEPT)), true));

        awaitStatus(task, TaskStatus.WAITING);
        task.update("approve", TaskView.class, new Action("", "ann"));

        assertThat(outcome(task).reason()).isEqualTo("approved by ann");
    }

    @Test
    void rejectionEndsTheTaskAsRejected() {
        agent(Ending.FINISHED);
        world.evidence.add(green("t1"));
        WorkflowStub task =
                submit(request(iterations(5), List.of(new Breakpoint.At(BreakpointMoment.BEFORE_ACCEPT)), true));

        awaitStatus(task, TaskStatus.WAITING);
        task.update("reject", TaskView.class, new Action("not what I meant", "ann"));

        assertThat(outcome(task).outcome()).isEqualTo(Outcome.REJECTED);
    }

    @Test
    void anUpdateThatDoesNotFitIsRefusedBeforeItEntersHistory() {
        agent(Ending.FINISHED);
        world.evidence.add(green("t1"));
        WorkflowStub task =
                submit(request(iterations(5), List.of(new Breakpoint.At(BreakpointMoment.BEFORE_ACCEPT)), true));
        awaitStatus(task, TaskStatus.WAITING);

        assertThatThrownBy(() -> task.update("resume", TaskView.class, PERSON))
                .isInstanceOf(WorkflowUpdateException.class)
                .hasStackTraceContaining("the task is not paused");
        assertThatThrownBy(() -> task.update("answer", TaskView.class, new Action(" ", "ann")))
                .isInstanceOf(WorkflowUpdateException.class);
        task.update("approve", TaskView.class, PERSON);
        outcome(task);
    }

    @Test
    void pauseInstructAndViewRespondWhileAnAgentRuns() throws InterruptedException {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        world.agents.add(Scripts.blocking(running, released));
        agent(Ending.FINISHED);
        world.evidence.add(red("t1"));
        world.evidence.add(green("t2"));
        WorkflowStub task = submit(request());
        running.await();

        task.update("pause", TaskView.class, PERSON);
        task.update("instruct", TaskView.class, new Action("be brief", "ann"));
        assertThat(task.query("view", TaskView.class).phase()).isEqualTo("agent");
        released.countDown();
        awaitStatus(task, TaskStatus.PAUSED);
        assertThat(world.runs).hasSize(1);
        task.update("resume", TaskView.class, PERSON);

        assertThat(outcome(task).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(world.prompts.get(1)).contains("be brief");
    }

    @Test
    void stopEndsTheAgentAndKeepsItsWork() throws InterruptedException {
        CountDownLatch running = new CountDownLatch(1);
        world.agents.add(Scripts.untilCancelled(running));
        world.evidence.add(red("t1"));
        WorkflowStub task = submit(request());
        running.await();

        task.update("stop", TaskView.class, new Action("enough", "ann"));

        TaskOutcome outcome = outcome(task);
        assertThat(outcome.outcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(outcome.snapshot()).isEqualTo("commit-t1");
        assertThat(outcome.reason()).contains("stopped on request");
    }

    @Test
    void anEngineCancelStillWritesTheOutcome() throws InterruptedException {
        CountDownLatch running = new CountDownLatch(1);
        world.agents.add(Scripts.untilCancelled(running));
        WorkflowStub task = submit(request());
        running.await();

        task.cancel();

        assertThatThrownBy(() -> outcome(task)).isInstanceOf(WorkflowFailedException.class);
        assertThat(world.finished.getFirst().outcome().outcome()).isEqualTo(Outcome.CANCELLED);
    }

    @Test
    void aSessionAtItsTurnLimitIsAssessedAndRetriedWithMoreTurns() {
        agent(Ending.TURN_LIMIT, Ending.TURN_LIMIT, Ending.FINISHED);
        world.evidence.add(red("t1"));
        world.evidence.add(red("t2"));
        world.evidence.add(green("t3"));
        var limits = new Limits(5, 10, Duration.ofMinutes(30), Duration.ofMinutes(5), null, null);

        run(request(limits, List.of(), true));

        assertThat(world.runs).extracting(RunAgent::turns).containsExactly(10, 20, 40);
    }

    @Test
    void aMissingAgentIsReportedAtOnceAndNothingIsAssessed() {
        agent(Ending.NOT_INSTALLED);

        TaskOutcome outcome = run(request(iterations(5), List.of(), false));

        assertThat(outcome.cause()).isEqualTo(Cause.CONFIGURATION);
        assertThat(world.runs).hasSize(1);
    }

    @Test
    void aWorkspaceThatCannotBeMadeFailsTheTaskWithItsReason() {
        world.prepareFails =
                ApplicationFailure.newNonRetryableFailure("no commits in it", FailureTypes.WORKSPACE_UNUSABLE);

        TaskOutcome outcome = run(request());

        assertThat(outcome.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(outcome.cause()).isEqualTo(Cause.CONFIGURATION);
        assertThat(outcome.reason()).isEqualTo("no commits in it");
    }

    @Test
    void aLongTaskContinuesAsNewWithoutForgetting() {
        for (int i = 0; i < 60; i++) {
            agent(Ending.FINISHED);
            world.evidence.add(i < 59 ? redFor(i) : green("done"));
        }

        TaskOutcome outcome = run(request(iterations(100), List.of(), true));

        assertThat(outcome.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(outcome.iterations()).isEqualTo(60);
        assertThat(world.finished).hasSize(1);
    }

    private static Evidence redFor(int i) {
        var finding = new Finding(FindingKind.RUNNER_CONFIGURATION, "f" + i, "new", true);
        return evidence("t" + i, false, List.of(finding));
    }

    private void agent(Ending... endings) {
        for (Ending ending : endings) {
            world.agents.add(input -> report(ending));
        }
    }

    private TaskOutcome run(TaskRequest request) {
        return outcome(submit(request));
    }

    private WorkflowStub submit(TaskRequest request) {
        return engine.submit("t-1", request);
    }
}
