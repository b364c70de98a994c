package dev.pawl.workflows.task;

import static dev.pawl.workflows.model.Samples.evidence;
import static dev.pawl.workflows.model.Samples.green;
import static dev.pawl.workflows.model.Samples.red;
import static dev.pawl.workflows.model.Samples.report;
import static dev.pawl.workflows.model.Samples.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pawl.workflows.model.Samples;
import dev.pawl.workflows.model.evidence.Ending;
import dev.pawl.workflows.model.evidence.Finding;
import dev.pawl.workflows.model.evidence.FindingKind;
import dev.pawl.workflows.model.outcome.Cause;
import dev.pawl.workflows.model.outcome.Outcome;
import dev.pawl.workflows.model.outcome.TaskOutcome;
import dev.pawl.workflows.model.outcome.TaskStatus;
import dev.pawl.workflows.task.person.Action;
import dev.pawl.workflows.task.state.TaskView;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowUpdateException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An agent that holds a check to contradict its task asks, and a person's word decides. */
class DisputeTaskTest {
    private static final String CHECK = Samples.CHECK.name();
    private static final Finding SKIPPED = new Finding(
            FindingKind.CHECK_SKIPPED, "", "check 'unit' was skipped by a person, so the proof is weaker", false);

    private final TaskEngine engine = new TaskEngine();
    private final FakeWorld world = engine.world;

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void aCheckThatAPersonSkipsIsLeftOutAndTheSameWorkIsLookedAtAgain() throws Exception {
        world.agents.add(input -> report(Ending.FINISHED).disputing(CHECK + " — it wants 6 for 2 + 3"));
        world.anyEvidence = input -> input.skipped().isEmpty() ? red("t1") : evidence("t1", true, List.of(SKIPPED));
        WorkflowStub task = engine.submit("t-1", request());
        TaskEngine.awaitStatus(task, TaskStatus.WAITING);

        assertThat(world.questions.getFirst().kind()).isEqualTo("dispute");
        assertThat(world.questions.getFirst().question()).contains("it wants 6 for 2 + 3");
        assertThatThrownBy(() -> task.update("answer", TaskView.class, new Action("never mind", "ann")))
                .isInstanceOf(WorkflowUpdateException.class);
        task.update("answer", TaskView.class, new Action("Skip this check for this task", "ann"));

        TaskOutcome outcome = TaskEngine.outcome(task);
        assertThat(outcome.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(outcome.iterations()).isEqualTo(1);
        assertThat(outcome.reason()).contains("check 'unit' was skipped by a person, so the proof is weaker");
        assertThat(world.runs).as("no session for work that is there").hasSize(1);
        engine.replay(task);
    }

    @Test
    void aCheckThatIsRightHasToBePassedAndTheAgentHearsSo() throws Exception {
        world.agents.add(input -> report(Ending.FINISHED).disputing(CHECK + " — why"));
        world.agents.add(input -> report(Ending.FINISHED));
        world.evidence.add(red("t1"));
        world.evidence.add(green("t2"));
        WorkflowStub task = engine.submit("t-1", request());
        TaskEngine.awaitStatus(task, TaskStatus.WAITING);

        task.update("answer", TaskView.class, new Action("the check is right", "ann"));

        assertThat(TaskEngine.outcome(task).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(world.prompts.get(1)).contains("You disputed the check 'unit'. It is right");
        engine.replay(task);
    }

    @Test
    void aCheckThatAPersonChangedIsTheNewBaseAndTheSameWorkIsLookedAtAgain() throws Exception {
        world.agents.add(input -> report(Ending.FINISHED).disputing(CHECK + " — why"));
        world.anyEvidence = input -> input.prepared().base().equals("base-2") ? green("t1") : red("t1");
        WorkflowStub task = engine.submit("t-1", request());
        TaskEngine.awaitStatus(task, TaskStatus.WAITING);

        task.update("answer", TaskView.class, new Action("I have changed the check", "ann"));
        TaskEngine.await(() -> world.questions.size() == 2);
        assertThat(world.questions.get(1).question()).startsWith("No file of the check differs");
        TaskEngine.awaitStatus(task, TaskStatus.WAITING);
        task.update("answer", TaskView.class, new Action("i have changed the check", "ann"));

        assertThat(TaskEngine.outcome(task).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(world.takenChecks).containsExactly(CHECK, CHECK);
        assertThat(world.runs).hasSize(1);
        engine.replay(task);
    }

    @Test
    void unattendedTheTaskEndsWithItsWorkAndTheDispute() {
        world.agents.add(input -> report(Ending.FINISHED).disputing(CHECK + " — why"));
        world.evidence.add(red("t1"));

        TaskOutcome outcome =
                TaskEngine.outcome(engine.submit("t-1", request(Samples.iterations(5), List.of(), false)));

        assertThat(outcome.outcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(outcome.cause()).isEqualTo(Cause.NEEDS_PERSON);
        assertThat(outcome.reason()).startsWith("a person would have been asked: According to the agent, check 'unit'");
    }
}
