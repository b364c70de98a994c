package dev.pawl.workflows.task;

import dev.pawl.workflows.model.FailureTypes;
import dev.pawl.workflows.model.outcome.Cause;
import dev.pawl.workflows.model.outcome.Outcome;
import dev.pawl.workflows.model.outcome.TaskOutcome;
import dev.pawl.workflows.model.plan.FromPlan;
import dev.pawl.workflows.task.host.HostPatience;
import dev.pawl.workflows.task.person.Action;
import dev.pawl.workflows.task.person.Extension;
import dev.pawl.workflows.task.person.PersonDesk;
import dev.pawl.workflows.task.state.Carried;
import dev.pawl.workflows.task.state.TaskInput;
import dev.pawl.workflows.task.state.TaskView;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Accepts messages at any time, and runs the task until it has an outcome. */
public final class TaskWorkflowImpl implements TaskWorkflow {
    private final TaskState state;
    private final PersonDesk desk;
    private final TaskRun run;
    private final CancelRequest cancel = new CancelRequest();

    @WorkflowInit
    public TaskWorkflowImpl(TaskInput input) {
        this(input, HostPatience.DEFAULT);
    }

    TaskWorkflowImpl(TaskInput input, HostPatience patience) {
        Carried carried = input.carried();
        state = new TaskState(input);
        desk = carried == null
                ? new PersonDesk(List.of(), false, List.of())
                : new PersonDesk(carried.guidance(), carried.paused(), carried.handledUpdates());
        run = new TaskRun(state, desk, cancel, patience);
    }

    @Override
    public TaskOutcome run(TaskInput input) {
        TaskOutcome outcome = asTheEngineEnds(runToOutcome());
        // Also on cancel: closes what is open, writes the outcome, and answers waiting updates.
        Workflow.newDetachedCancellationScope(() -> {
                    run.finish(outcome);
                    Workflow.await(Workflow::isEveryHandlerFinished);
                })
                .run();
        return outcome;
    }

    /** Once its cancel was requested, the engine records a workflow as Canceled whatever it returns. */
    private TaskOutcome asTheEngineEnds(TaskOutcome reached) {
        if (reached.outcome() == Outcome.CANCELLED
                || !CancellationScope.current().isCancelRequested()) {
            return reached;
        }
        String was = "cancelled in the engine when it was already %s: %s"
                .formatted(reached.outcome().wire(), reached.reason());
        return state.ended(Outcome.CANCELLED, Cause.NONE, was);
    }

    private TaskOutcome runToOutcome() {
        try {
            return cancel.run(run::untilOutcome);
        } catch (CanceledFailure e) {
            return state.ended(Outcome.CANCELLED, Cause.NONE, cancel.reason());
        } catch (ActivityFailure e) {
            // A worker that dies before it confirms the cancel leaves a timeout or its own failure, which is not
            // retried.
            return cancel.requested() || e.getCause() instanceof CanceledFailure
                    ? state.ended(Outcome.CANCELLED, Cause.NONE, cancel.reason())
                    : state.ended(Outcome.FAILED, cause(e.getCause()), run.failed(e));
        } catch (ApplicationFailure e) {
            // The next step's input does not fit into a history, or a step's result is lost.
            return state.ended(Outcome.FAILED, Cause.INTERNAL, StepFailure.message(e));
        }
    }

    private static Cause cause(@Nullable Throwable failure) {
        if (failure instanceof ApplicationFailure application) {
            return switch (application.getType()) {
                case FailureTypes.INVALID_TASK, FailureTypes.WORKSPACE_UNUSABLE, FailureTypes.WORKSPACE_HELD ->
                    Cause.CONFIGURATION;
                default -> Cause.INTERNAL;
            };
        }
        return Cause.INTERNAL;
    }

    @Override
    public TaskView answer(Action action) {
        desk.once(() -> desk.answer(action));
        return view();
    }

    @Override
    public TaskView approve(Action action) {
        desk.once(() -> desk.approve(action));
        return view();
    }

    @Override
    public TaskView reject(Action action) {
        desk.once(() -> desk.reject(action));
        return view();
    }

    @Override
    public TaskView pause(Action action) {
        desk.once(desk::pause);
        return view();
    }

    @Override
    public TaskView resume(Action action) {
        desk.once(desk::resume);
        return view();
    }

    @Override
    public TaskView instruct(Action action) {
        desk.once(() -> desk.instruct(action));
        return view();
    }

    @Override
    public TaskView extend(Extension more) {
        desk.once(() -> {
            state.grant(more);
            desk.extended(more);
        });
        return view();
    }

    @Override
    public TaskView stop(Action action) {
        desk.once(() -> desk.stop(action));
        run.endAgent();
        return view();
    }

    @Override
    public void cancel(Action action) {
        cancel.request(action);
    }

    @Override
    public void fromPlan(FromPlan said) {
        Action action = new Action(said.text(), said.by());
        switch (said.word()) {
            case PAUSE -> desk.pause();
            case RESUME -> desk.resume();
            case INSTRUCT -> desk.guide(said.text());
            case STOP -> {
                desk.stop(action);
                run.endAgent();
            }
            case CANCEL -> cancel.request(action);
        }
    }

    @Override
    public void tryProvider() {
        desk.tryProvider();
    }

    @Override
    public TaskView view() {
        return state.view();
    }

    @Override
    public void validateAnswer(Action action) {
        desk.unlessRepeated(() -> desk.checkAnswer(action));
    }

    @Override
    public void validateApprove(Action action) {
        desk.unlessRepeated(() -> desk.checkApprove(action));
    }

    @Override
    public void validateReject(Action action) {
        desk.unlessRepeated(() -> desk.checkReject(action));
    }

    @Override
    public void validatePause(Action action) {
        desk.unlessRepeated(() -> desk.checkPause(action));
    }

    @Override
    public void validateResume(Action action) {
        desk.unlessRepeated(() -> desk.checkResume(action));
    }

    @Override
    public void validateInstruct(Action action) {
        desk.unlessRepeated(() -> desk.checkInstruct(action));
    }

    @Override
    public void validateExtend(Extension more) {
        desk.unlessRepeated(() -> desk.checkExtend(more, state.limits()));
    }

    @Override
    public void validateStop(Action action) {
        desk.unlessRepeated(() -> desk.checkStop(action));
    }
}
