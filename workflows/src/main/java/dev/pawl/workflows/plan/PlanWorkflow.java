package dev.pawl.workflows.plan;

import dev.pawl.workflows.model.plan.PlanOutcome;
import dev.pawl.workflows.model.plan.PlanView;
import dev.pawl.workflows.model.plan.TaskEnded;
import dev.pawl.workflows.plan.person.AddPackage;
import dev.pawl.workflows.plan.person.ChangePackage;
import dev.pawl.workflows.plan.person.PackageAction;
import dev.pawl.workflows.plan.person.PlanReceipt;
import dev.pawl.workflows.plan.state.PlanInput;
import dev.pawl.workflows.task.person.Action;
import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.UpdateValidatorMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/**
 * Runs the packages of a plan as tasks and integrates what they produce. The workflow id is the plan id. Validators
 * refuse every update that the plan's state does not allow, before it enters history.
 */
@WorkflowInterface
public interface PlanWorkflow {
    String TYPE = "PlanWorkflow";

    @WorkflowMethod
    PlanOutcome run(PlanInput input);

    /** Answers the open question with one of its words. */
    @UpdateMethod
    PlanReceipt answer(Action action);

    /** Starts and integrates nothing until resumed; running tasks are paused, too. */
    @UpdateMethod
    PlanReceipt pause(Action action);

    @UpdateMethod
    PlanReceipt resume(Action action);

    /** Starts nothing new; the plan ends when its running tasks have ended and are integrated. */
    @UpdateMethod
    PlanReceipt stop(Action action);

    /** Guidance for one package, or for every package that has not ended. */
    @UpdateMethod
    PlanReceipt instruct(PackageAction action);

    /** Adds a package. It may need packages of the plan, integrated ones too. */
    @UpdateMethod
    PlanReceipt addPackage(AddPackage more);

    /** Removes a package that nothing waits for; its running task is cancelled. */
    @UpdateMethod
    PlanReceipt dropPackage(PackageAction action);

    /** Gives a package another prompt or other owners. */
    @UpdateMethod
    PlanReceipt changePackage(ChangePackage change);

    /** Ends the plan and its tasks at once. What is integrated stays in the integration repository. */
    @SignalMethod
    void cancel(Action action);

    /** A task of the plan has ended. */
    @SignalMethod(name = TaskEnded.SIGNAL)
    void taskEnded(TaskEnded ended);

    @QueryMethod
    PlanView view();

    @UpdateValidatorMethod(updateName = "answer")
    void validateAnswer(Action action);

    @UpdateValidatorMethod(updateName = "pause")
    void validatePause(Action action);

    @UpdateValidatorMethod(updateName = "resume")
    void validateResume(Action action);

    @UpdateValidatorMethod(updateName = "stop")
    void validateStop(Action action);

    @UpdateValidatorMethod(updateName = "instruct")
    void validateInstruct(PackageAction action);

    @UpdateValidatorMethod(updateName = "addPackage")
    void validateAddPackage(AddPackage more);

    @UpdateValidatorMethod(updateName = "dropPackage")
    void validateDropPackage(PackageAction action);

    @UpdateValidatorMethod(updateName = "changePackage")
    void validateChangePackage(ChangePackage change);
}
