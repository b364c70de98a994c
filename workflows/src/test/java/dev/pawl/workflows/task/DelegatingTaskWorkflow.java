package dev.pawl.workflows.task;

import dev.pawl.workflows.model.outcome.TaskOutcome;
import dev.pawl.workflows.model.plan.FromPlan;
import dev.pawl.workflows.task.person.Action;
import dev.pawl.workflows.task.person.Extension;
import dev.pawl.workflows.task.state.TaskInput;
import dev.pawl.workflows.task.state.TaskView;

/** A task that delegates to another one. */
public abstract class DelegatingTaskWorkflow implements TaskWorkflow {
    private final TaskWorkflow task;

    protected DelegatingTaskWorkflow(TaskWorkflow task) {
        this.task = task;
    }

    @Override
    public TaskOutcome run(TaskInput input) {
        return task.run(input);
    }

    @Override
    public TaskView answer(Action action) {
        return task.answer(action);
    }

    @Override
    public TaskView approve(Action action) {
        return task.approve(action);
    }

    @Override
    public TaskView reject(Action action) {
        return task.reject(action);
    }

    @Override
    public TaskView pause(Action action) {
        return task.pause(action);
    }

    @Override
    public TaskView resume(Action action) {
        return task.resume(action);
    }

    @Override
    public TaskView instruct(Action action) {
        return task.instruct(action);
    }

    @Override
    public TaskView extend(Extension more) {
        return task.extend(more);
    }

    @Override
    public TaskView stop(Action action) {
        return task.stop(action);
    }

    @Override
    public void cancel(Action action) {
        task.cancel(action);
    }

    @Override
    public void fromPlan(FromPlan said) {
        task.fromPlan(said);
    }

    @Override
    public void tryProvider() {
        task.tryProvider();
    }

    @Override
    public void validateAnswer(Action action) {
        task.validateAnswer(action);
    }

    @Override
    public void validateApprove(Action action) {
        task.validateApprove(action);
    }

    @Override
    public void validateReject(Action action) {
        task.validateReject(action);
    }

    @Override
    public void validatePause(Action action) {
        task.validatePause(action);
    }

    @Override
    public void validateResume(Action action) {
        task.validateResume(action);
    }

    @Override
    public void validateInstruct(Action action) {
        task.validateInstruct(action);
    }

    @Override
    public void validateExtend(Extension more) {
        task.validateExtend(more);
    }

    @Override
    public void validateStop(Action action) {
        task.validateStop(action);
    }

    @Override
    public TaskView view() {
        return task.view();
    }
}
