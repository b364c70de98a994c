package dev.pawl.gateway;

import dev.pawl.workflows.model.FailureTypes;
import dev.pawl.workflows.model.outcome.Cause;
import dev.pawl.workflows.model.outcome.Outcome;
import dev.pawl.workflows.model.outcome.TaskOutcome;
import dev.pawl.workflows.model.outcome.TaskStatus;
import dev.pawl.workflows.model.plan.FromPlan;
import dev.pawl.workflows.task.TaskWorkflow;
import dev.pawl.workflows.task.person.Action;
import dev.pawl.workflows.task.person.Extension;
import dev.pawl.workflows.task.state.TaskInput;
import dev.pawl.workflows.task.state.TaskView;
import io.temporal.activity.LocalActivityOptions;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A task that registers itself, counts instructions, and waits to be stopped or cancelled. */
public final class FakeTaskWorkflow implements TaskWorkflow {
    private final FakeTaskActivities activities = Workflow.newLocalActivityStub(
            FakeTaskActivities.class,
            LocalActivityOptions.newBuilder()
                    .setStartToCloseTimeout(Duration.ofSeconds(10))
                    .build());
    private final String taskId = Workflow.getInfo().getWorkflowId();
    private final String title;
    private final List<String> instructions = new ArrayList<>();
    private boolean paused;
    private boolean cancelled;
    private @Nullable String stopped;

    @WorkflowInit
    public FakeTaskWorkflow(TaskInput input) {
        this.title = input.request().title();
    }

    @Override
    public TaskOutcome run(TaskInput input) {
        activities.register(taskId, Workflow.getInfo().getRunId(), input.request());
        Workflow.await(() -> stopped != null || cancelled);
        Outcome outcome = cancelled ? Outcome.CANCELLED : Outcome.PARTIAL;
        activities.finish(taskId, outcome.wire(), String.valueOf(stopped));
        return new TaskOutcome(outcome, Cause.NONE, String.valueOf(stopped), 1, null);
    }

    @Override
    public TaskView answer(Action action) {
        return view();
    }

    @Override
    public TaskView approve(Action action) {
        return view();
    }

    @Override
    public TaskView reject(Action action) {
        return view();
    }

    @Override
    public TaskView pause(Action action) {
        paused = true;
        return view();
    }

    @Override
    public TaskView resume(Action action) {
        paused = false;
        return view();
    }

    @Override
    public TaskView instruct(Action action) {
        instructions.add(action.by() + ": " + action.text());
        return view();
    }

    @Override
    public TaskView extend(Extension more) {
        instructions.add("%s: %d iterations, $%s, %d tokens, %s"
                .formatted(more.by(), more.iterations(), more.costUsd(), more.tokens(), more.time()));
        return view();
    }

    @Override
    public TaskView stop(Action action) {
        stopped = action.text();
        return view();
    }

    @Override
    public void cancel(Action action) {
        cancelled = true;
    }

    @Override
    public void fromPlan(FromPlan said) {
        instructions.add(said.text());
    }

    @Override
    public void tryProvider() {
        instructions.add("tries its provider");
    }

    @Override
    public TaskView view() {
        TaskStatus status = paused ? TaskStatus.PAUSED : TaskStatus.RUNNING;
        return new TaskView(title, status, instructions.size(), String.join("|", instructions), null, null);
    }

    @Override
    public void validateAnswer(Action action) {
        throw ApplicationFailure.newNonRetryableFailure("no question is open", FailureTypes.NOT_NOW);
    }

    @Override
    public void validateApprove(Action action) {}

    @Override
    public void validateReject(Action action) {}

    @Override
    public void validatePause(Action action) {}

    @Override
    public void validateResume(Action action) {}

    @Override
    public void validateInstruct(Action action) {}

    @Override
    public void validateExtend(Extension more) {}

    @Override
    public void validateStop(Action action) {}
}
