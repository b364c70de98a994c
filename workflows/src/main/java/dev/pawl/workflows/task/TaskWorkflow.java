package dev.pawl.workflows.task;

import dev.pawl.workflows.model.outcome.TaskOutcome;
import dev.pawl.workflows.model.plan.FromPlan;
import dev.pawl.workflows.task.person.Action;
import dev.pawl.workflows.task.person.Extension;
import dev.pawl.workflows.task.state.TaskInput;
import dev.pawl.workflows.task.state.TaskView;
import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.UpdateValidatorMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/**
 * A task that iterates until its result is proven or a person decides. The workflow id is the task id. Validators
 * refuse every update that the task's state does not allow, before it enters history.
 */
@WorkflowInterface
public interface TaskWorkflow {
    String TYPE = "TaskWorkflow";

    @WorkflowMethod
    TaskOutcome run(TaskInput input);

    /** Answers the open question; the text goes into the next prompt. */
    @UpdateMethod
    TaskView answer(Action action);

    /** Accepts the last snapshot on a person's word, if the task waits for one. */
    @UpdateMethod
    TaskView approve(Action action);

    /** Ends a waiting task as rejected. */
    @UpdateMethod
    TaskView reject(Action action);

    /** Stops before the next step; the running step continues. */
    @UpdateMethod
    TaskView pause(Action action);

    @UpdateMethod
    TaskView resume(Action action);

    /** Guidance for the next iteration. */
    @UpdateMethod
    TaskView instruct(Action action);

    /** Grants more of the task's limits, at any time; also answers an open question. */
    @UpdateMethod
    TaskView extend(Extension more);

    /** Ends the task gracefully: the agent is ended, its work is assessed and kept. */
    @UpdateMethod
    TaskView stop(Action action);

    /**
     * Ends the task at once, without assessment. Does nothing once the result is accepted: it is delivered, and the
     * outcome stands. A signal, so that it can be recorded without a worker; and not a cancel of the engine, after
     * which no workflow can complete.
     */
    @SignalMethod
    void cancel(Action action);

    /** What the task's plan says to it; ignored if the task's state does not allow it. */
    @SignalMethod
    void fromPlan(FromPlan said);

    /** A person removed the known usage limit of an account: a task that waits for it asks again at once. */
    @SignalMethod
    void tryProvider();

    @QueryMethod
    TaskView view();

    @UpdateValidatorMethod(updateName = "answer")
    void validateAnswer(Action action);

    @UpdateValidatorMethod(updateName = "approve")
    void validateApprove(Action action);

    @UpdateValidatorMethod(updateName = "reject")
    void validateReject(Action action);

    @UpdateValidatorMethod(updateName = "pause")
    void validatePause(Action action);

    @UpdateValidatorMethod(updateName = "resume")
    void validateResume(Action action);

    @UpdateValidatorMethod(updateName = "instruct")
    void validateInstruct(Action action);

    @UpdateValidatorMethod(updateName = "extend")
    void validateExtend(Extension more);

    @UpdateValidatorMethod(updateName = "stop")
    void validateStop(Action action);
}
