package dev.pawl.workflows.plan;

import dev.pawl.workflows.model.plan.PlanView;
import dev.pawl.workflows.model.plan.TaskEnded;
import dev.pawl.workflows.plan.person.AddPackage;
import dev.pawl.workflows.plan.person.ChangePackage;
import dev.pawl.workflows.plan.person.PackageAction;
import dev.pawl.workflows.plan.person.PlanAnswer;
import dev.pawl.workflows.plan.person.PlanReceipt;
import dev.pawl.workflows.task.person.Action;

/** Passes all messages to the real workflow. */
public abstract class DelegatingPlanWorkflow implements PlanWorkflow {
    protected final PlanWorkflow plan;

    protected DelegatingPlanWorkflow(PlanWorkflow plan) {
        this.plan = plan;
    }

    @Override
    public PlanReceipt answer(PlanAnswer answer) {
        return plan.answer(answer);
    }

    @Override
    public PlanReceipt pause(PackageAction action) {
        return plan.pause(action);
    }

    @Override
    public PlanReceipt resume(PackageAction action) {
        return plan.resume(action);
    }

    @Override
    public PlanReceipt stop(PackageAction action) {
        return plan.stop(action);
    }

    @Override
    public PlanReceipt instruct(PackageAction action) {
        return plan.instruct(action);
    }

    @Override
    public PlanReceipt cancelPackage(PackageAction action) {
        return plan.cancelPackage(action);
    }

    @Override
    public PlanReceipt dropPackage(PackageAction action) {
        return plan.dropPackage(action);
    }

    @Override
    public PlanReceipt addPackage(AddPackage more) {
        return plan.addPackage(more);
    }

    @Override
    public PlanReceipt changePackage(ChangePackage change) {
        return plan.changePackage(change);
    }

    @Override
    public void cancel(Action action) {
        plan.cancel(action);
    }

    @Override
    public void taskEnded(TaskEnded ended) {
        plan.taskEnded(ended);
    }

    @Override
    public PlanView view() {
        return plan.view();
    }

    @Override
    public void validateAnswer(PlanAnswer answer) {
        plan.validateAnswer(answer);
    }

    @Override
    public void validatePause(PackageAction action) {
        plan.validatePause(action);
    }

    @Override
    public void validateResume(PackageAction action) {
        plan.validateResume(action);
    }

    @Override
    public void validateStop(PackageAction action) {
        plan.validateStop(action);
    }

    @Override
    public void validateInstruct(PackageAction action) {
        plan.validateInstruct(action);
    }

    @Override
    public void validateCancelPackage(PackageAction action) {
        plan.validateCancelPackage(action);
    }

    @Override
    public void validateDropPackage(PackageAction action) {
        plan.validateDropPackage(action);
    }

    @Override
    public void validateAddPackage(AddPackage more) {
        plan.validateAddPackage(more);
    }

    @Override
    public void validateChangePackage(ChangePackage change) {
        plan.validateChangePackage(change);
    }
}
