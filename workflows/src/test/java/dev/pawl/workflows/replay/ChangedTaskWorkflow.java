package dev.pawl.workflows.replay;

import dev.pawl.workflows.model.TaskOutcome;
import dev.pawl.workflows.task.Action;
import dev.pawl.workflows.task.Extension;
import dev.pawl.workflows.task.TaskInput;
import dev.pawl.workflows.task.TaskView;
import dev.pawl.workflows.task.TaskWorkflow;
import dev.pawl.workflows.task.TaskWorkflowImpl;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.time.Duration;

/** The task with one step more, as a careless change would make it. */
public final class ChangedTaskWorkflow implements TaskWorkflow {
    private final TaskWorkflowImpl task;

    @WorkflowInit
    public ChangedTaskWorkflow(TaskInput input) {
        task = new TaskWorkflowImpl(input);
    }

    @Override
    public TaskOutcome run(TaskInput input) {
        Workflow.sleep(Duration.ofSeconds(1));
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
