package dev.pawl.workflows.task;

import static dev.pawl.workflows.model.Samples.green;
import static dev.pawl.workflows.model.Samples.report;
import static dev.pawl.workflows.model.Samples.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pawl.workflows.activity.workspace.Prepared;
import dev.pawl.workflows.model.Samples;
import dev.pawl.workflows.model.evidence.Ending;
import dev.pawl.workflows.model.evidence.HostObstacle;
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

/** A check that the host keeps red costs no session before a person has decided. */
class HostGateTest {
    private static final HostObstacle MISSING = new HostObstacle(
            "unit", "jest is declared in package.json but not installed", "add to the task file: setup: [\"npm ci\"]");

    private final TaskEngine engine = new TaskEngine();
    private final FakeWorld world = engine.world;

    @AfterEach
    void stop() {
        engine.close();
    }

    private static Prepared prepared(HostObstacle... obstacles) {
        return new Prepared("base", "basetree", List.of(Samples.CHECK), List.of(), List.of(), List.of(obstacles), null);
    }

    @Test
    void aPersonIsAskedBeforeTheFirstSessionAndMayStartAnyway() throws Exception {
        world.prepared = prepared(MISSING);
        world.agents.add(input -> report(Ending.FINISHED));
        world.evidence.add(green("t1"));
        WorkflowStub task = engine.submit("t-1", request());
        TaskEngine.awaitStatus(task, TaskStatus.WAITING);

        assertThat(world.runs).isEmpty();
        assertThat(world.questions.getFirst().kind()).isEqualTo("escalate");
        assertThat(world.questions.getFirst().question())
                .contains("check 'unit' cannot pass on this host: jest is declared", "setup: [\"npm ci\"]");
        assertThatThrownBy(() -> task.update("answer", TaskView.class, new Action("perhaps", "ann")))
                .isInstanceOf(WorkflowUpdateException.class);
        task.update("answer", TaskView.class, new Action("Continue", "ann"));

        assertThat(TaskEngine.outcome(task).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(world.questions).hasSize(1);
        engine.replay(task);
    }

    @Test
    void theChecksRunAgainAfterAPersonChangedTheHost() throws Exception {
        world.prepared = prepared(MISSING);
        world.agents.add(input -> report(Ending.FINISHED));
        world.evidence.add(green("t1"));
        WorkflowStub task = engine.submit("t-1", request());
        TaskEngine.awaitStatus(task, TaskStatus.WAITING);

        task.update("answer", TaskView.class, new Action("again", "ann"));
        TaskEngine.await(() -> world.questions.size() == 2);
        TaskEngine.awaitStatus(task, TaskStatus.WAITING);
        world.prepared = prepared();
        task.update("answer", TaskView.class, new Action("again", "ann"));

        assertThat(TaskEngine.outcome(task).outcome()).isEqualTo(Outcome.ACCEPTED);
        engine.replay(task);
    }

    @Test
    void aTaskThatIsStoppedMeanwhileHasNotBegun() throws Exception {
        world.prepared = prepared(MISSING);
        WorkflowStub task = engine.submit("t-1", request());
        TaskEngine.awaitStatus(task, TaskStatus.WAITING);

        task.update("stop", TaskView.class, new Action("", "ann"));

        assertThat(TaskEngine.outcome(task).outcome()).isEqualTo(Outcome.CANCELLED);
        assertThat(world.runs).isEmpty();
        engine.replay(task);
    }

    @Test
    void unattendedTheTaskEndsWithoutASession() {
        world.prepared = prepared(MISSING);

        TaskOutcome outcome =
                TaskEngine.outcome(engine.submit("t-1", request(Samples.iterations(5), List.of(), false)));

        assertThat(outcome.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(outcome.cause()).isEqualTo(Cause.NEEDS_PERSON);
        assertThat(outcome.reason()).startsWith("a person would have been asked: check 'unit' cannot pass");
        assertThat(world.runs).isEmpty();
    }
}
