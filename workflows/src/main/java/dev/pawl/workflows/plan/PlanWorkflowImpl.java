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
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.CompletablePromise;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.util.List;

/** Accepts messages at any time, and runs the plan until it has an outcome. */
public final class PlanWorkflowImpl implements PlanWorkflow {
    /** As many as the engine suggests. */
    private static final int EVENTS_PER_RUN = 4_096;

    private final PlanState state;
    private final PlanChecks checks;
    private final PlanDesk desk;
    private final PlanRun run;

    @WorkflowInit
    public PlanWorkflowImpl(PlanInput input) {
        this(input, EVENTS_PER_RUN);
    }

    PlanWorkflowImpl(PlanInput input, int eventsPerRun) {
        state = new PlanState(input);
        PlanSearch search = new PlanSearch(state);
        Tasks tasks = new Tasks(state, search);
        Losses losses = new Losses(state, tasks);
        checks = new PlanChecks(state);
        desk = new PlanDesk(
                state,
                tasks,
                losses,
                input.carried() == null ? List.of() : input.carried().handledUpdates());
        run = new PlanRun(state, desk, tasks, losses, search, eventsPerRun);
    }

    @Override
    public PlanOutcome run(PlanInput input) {
        CancellationScope.current().getCancellationRequest().thenApply(reason -> {
            cancel(new Action("", ""));
            return null;
        });
        // Also on a cancel in the engine: tasks are ended in order, and the outcome is written.
        CompletablePromise<PlanOutcome> outcome = Workflow.newPromise();
        Workflow.newDetachedCancellationScope(() -> {
                    outcome.complete(run.untilOutcome());
                    Workflow.await(Workflow::isEveryHandlerFinished);
                })
                .run();
        return outcome.get();
    }

    @Override
    public PlanReceipt answer(PlanAnswer answer) {
        return receipt(() -> desk.answer(answer));
    }

    @Override
    public PlanReceipt pause(PackageAction action) {
        return receipt(() -> desk.pause(action, true));
    }

    @Override
    public PlanReceipt resume(PackageAction action) {
        return receipt(() -> desk.pause(action, false));
    }

    @Override
    public PlanReceipt stop(PackageAction action) {
        return receipt(() -> desk.stop(action));
    }

    @Override
    public PlanReceipt instruct(PackageAction action) {
        return receipt(() -> desk.instruct(action));
    }

    @Override
    public PlanReceipt cancelPackage(PackageAction action) {
        return receipt(() -> desk.cancelPackage(action));
    }

    @Override
    public PlanReceipt dropPackage(PackageAction action) {
        return receipt(() -> desk.drop(action));
    }

    @Override
    public PlanReceipt addPackage(AddPackage more) {
        return receipt(() -> desk.add(more));
    }

    @Override
    public PlanReceipt changePackage(ChangePackage change) {
        return receipt(() -> desk.change(change));
    }

    private PlanReceipt receipt(Runnable action) {
        desk.once(action);
        return new PlanReceipt(state.statusNow(), state.reason);
    }

    @Override
    public void cancel(Action action) {
        if (state.cancelled == null) {
            state.cancelled = action;
            state.stir();
        }
    }

    @Override
    public void taskEnded(TaskEnded ended) {
        state.inbox.add(ended);
        state.stir();
    }

    @Override
    public PlanView view() {
        return state.view();
    }

    @Override
    public void validateAnswer(PlanAnswer answer) {
        desk.unlessRepeated(() -> checks.answer(answer));
    }

    @Override
    public void validatePause(PackageAction action) {
        desk.unlessRepeated(() -> checks.pause(action));
    }

    @Override
    public void validateResume(PackageAction action) {
        desk.unlessRepeated(() -> checks.resume(action));
    }

    @Override
    public void validateStop(PackageAction action) {
        desk.unlessRepeated(() -> checks.stop(action));
    }

    @Override
    public void validateInstruct(PackageAction action) {
        desk.unlessRepeated(() -> checks.instruct(action));
    }

    @Override
    public void validateCancelPackage(PackageAction action) {
        desk.unlessRepeated(() -> checks.cancelPackage(action));
    }

    @Override
    public void validateDropPackage(PackageAction action) {
        desk.unlessRepeated(() -> checks.drop(action));
    }

    @Override
    public void validateAddPackage(AddPackage more) {
        desk.unlessRepeated(() -> checks.add(more));
    }

    @Override
    public void validateChangePackage(ChangePackage change) {
        desk.unlessRepeated(() -> checks.change(change));
    }
}
