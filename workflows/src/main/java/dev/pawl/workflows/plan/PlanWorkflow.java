package dev.pawl.workflows.plan;

import dev.pawl.workflows.model.plan.PlanOutcome;
import dev.pawl.workflows.model.plan.PlanView;
import dev.pawl.workflows.model.plan.TaskEnded;
import dev.pawl.workflows.plan.person.AddPackage;
import dev.pawl.workflows.plan.person.ChangePackage;
import dev.pawl.workflows.plan.person.PackageAction;
import dev.pawl.workflows.plan.person.PlanAnswer;
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

    /** Answers the open question. */
    @UpdateMethod
    PlanReceipt answer(PlanAnswer answer);

    /** Starts nothing new. Of a package: pauses its task, or keeps it from starting. */
    @UpdateMethod
    PlanReceipt pause(PackageAction action);

    @UpdateMethod
    PlanReceipt resume(PackageAction action);

    /**
     * Starts nothing new, stops running tasks, integrates what is accepted, and ends. Of a package: stops its task, or
     * keeps it from ever starting.
     */
    @UpdateMethod
    PlanReceipt stop(PackageAction action);

    /** Guidance for one package, or for every package that has not ended. */
    @UpdateMethod
    PlanReceipt instruct(PackageAction action);

    /** Cancels the task of a package while the plan continues. */
    @UpdateMethod
    PlanReceipt cancelPackage(PackageAction action);

    /** Removes a package that is not integrated. Packages that need it are blocked. */
    @UpdateMethod
    PlanReceipt dropPackage(PackageAction action);

    /** Adds a package. It may need packages of the plan, integrated ones too. */
    @UpdateMethod
    PlanReceipt addPackage(AddPackage more);

    /** Gives a package another prompt or more ownership. */
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
    void validateAnswer(PlanAnswer answer);

    @UpdateValidatorMethod(updateName = "pause")
    void validatePause(PackageAction action);

    @UpdateValidatorMethod(updateName = "resume")
    void validateResume(PackageAction action);

    @UpdateValidatorMethod(updateName = "stop")
    void validateStop(PackageAction action);

    @UpdateValidatorMethod(updateName = "instruct")
    void validateInstruct(PackageAction action);

    @UpdateValidatorMethod(updateName = "cancelPackage")
    void validateCancelPackage(PackageAction action);

    @UpdateValidatorMethod(updateName = "dropPackage")
    void validateDropPackage(PackageAction action);

    @UpdateValidatorMethod(updateName = "addPackage")
    void validateAddPackage(AddPackage more);

    @UpdateValidatorMethod(updateName = "changePackage")
    void validateChangePackage(ChangePackage change);
}
