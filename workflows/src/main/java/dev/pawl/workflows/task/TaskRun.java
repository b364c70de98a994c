package dev.pawl.workflows.task;

import dev.pawl.workflows.activity.task.FinishTask;
import dev.pawl.workflows.activity.task.MoveTask;
import dev.pawl.workflows.activity.task.PublishProgress;
import dev.pawl.workflows.activity.task.RegisterTask;
import dev.pawl.workflows.activity.workspace.PrepareWorkspace;
import dev.pawl.workflows.activity.workspace.ReleaseWorkspace;
import dev.pawl.workflows.model.outcome.Cause;
import dev.pawl.workflows.model.outcome.Decision;
import dev.pawl.workflows.model.outcome.Outcome;
import dev.pawl.workflows.model.outcome.TaskOutcome;
import dev.pawl.workflows.model.outcome.TaskStatus;
import dev.pawl.workflows.task.host.HostLost;
import dev.pawl.workflows.task.host.HostPatience;
import dev.pawl.workflows.task.person.PersonDesk;
import dev.pawl.workflows.task.state.Line;
import dev.pawl.workflows.task.state.TaskInput;
import io.temporal.failure.ActivityFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.Workflow;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** Runs a task: prepare, iterate, act on each decision, finish. */
final class TaskRun {
    private static final Logger LOG = Workflow.getLogger(TaskRun.class);

    /** Iterations and waits per run; beyond that the workflow continues as new before the engine suggests it. */
    private static final int ROUNDS_PER_RUN = 25;

    private static final int MAX_DETAIL = 500;

    private final TaskState state;
    private final PersonDesk desk;
    private final TaskSteps steps;
    private final TaskSearch search;
    private final HostLoss hostLoss;
    private final HostSteps onHost;
    private final Parking parking;
    private final Iteration iteration;
    private final PersonWait personWait;
    private final DeliveryStep delivery;
    private final BudgetBreach breach;
    private final MoreBudget moreBudget;
    private final DisputeStep dispute;
    private final HostGate gate;
    private final String taskId = Workflow.getInfo().getWorkflowId();

    TaskRun(TaskState state, PersonDesk desk, CancelRequest cancel, HostPatience patience) {
        this.state = state;
        this.desk = desk;
        this.steps = new TaskSteps(state.request);
        this.search = new TaskSearch(state);
        this.parking = new Parking(taskId, state.lineup, desk, steps, search, this::show);
        this.personWait = new PersonWait(taskId, state, desk, cancel, steps, this::show);
        this.hostLoss = new HostLoss(state, desk, cancel, steps, personWait, this::show, patience);
        this.onHost = new HostSteps(hostLoss, patience);
        this.iteration = new Iteration(taskId, state, desk, steps, onHost, this::show, parking);
        this.delivery = new DeliveryStep(taskId, state, desk, cancel, steps, onHost, this::show, personWait);
        this.breach = new BudgetBreach(state, personWait);
        this.moreBudget = new MoreBudget(state, personWait);
        this.dispute = new DisputeStep(taskId, state, desk, steps, onHost, personWait);
        this.gate = new HostGate(taskId, state, steps, onHost, personWait);
    }

    TaskOutcome untilOutcome() {
        while (true) {
            try {
                return courseOnOneHost();
            } catch (HostLost lost) {
                if (lost.outcome() != null) {
                    return lost.outcome();
                }
                // From the base: the last snapshot exists only on the lost host.
                state.beginAgain(steps.bookkeeping().move(new MoveTask(taskId, state.host())));
            }
        }
    }

    private TaskOutcome courseOnOneHost() {
        begin();
        int rounds = 0;
        while (true) {
            awaitRunnable();
            PersonWait.Result held = desk.stopRequested() ? null : gate.pass();
            if (desk.stopRequested() && state.iteration == 0) {
                return state.ended(Outcome.CANCELLED, Cause.NONE, "stopped before the first iteration");
            }
            if (held != null) {
                return closed(held);
            }
            TaskOutcome outcome = parking.mayGo() ? act(iterate()) : notAdmitted();
            if (outcome != null) {
                return outcome;
            }
            rounds++;
            if (rounds >= ROUNDS_PER_RUN || Workflow.getInfo().isContinueAsNewSuggested()) {
                continueAsNew();
            }
        }
    }

    /** Ends a running agent, so that its work can be assessed. */
    void endAgent() {
        iteration.endAgent();
    }

    /** The message for people when the engine gave up a step. */
    String failed(ActivityFailure failure) {
        return steps.failed(failure);
    }

    void finish(TaskOutcome outcome) {
        state.status = TaskStatus.of(outcome.outcome().wire());
        state.phase = "finished";
        state.question = null;
        steps.bookkeeping().finish(new FinishTask(taskId, outcome));
        search.status(state.status);
        Workflow.setCurrentDetails(CurrentDetails.of(taskId, state));
        release();
        ReportToPlan.of(state, outcome);
    }

    /** A workspace that cannot be released is cleaned up later, and no reason to lose an outcome. */
    private void release() {
        if (state.registration == null || hostLoss.gone()) {
            return;
        }
        ReleaseWorkspace workspace = new ReleaseWorkspace(taskId, state.request.workspace());
        try {
            onHost.runIfThere(takenUp -> Async.procedure(steps.workspace(state.host(), takenUp)::release, workspace));
        } catch (ActivityFailure e) {
            LOG.warn("the workspace of {} was not released", taskId, e);
        }
    }

    private void begin() {
        if (state.registration == null) {
            String runId = Workflow.getInfo().getRunId();
            state.registration =
                    steps.bookkeeping().register(new RegisterTask(taskId, runId, state.request, state.member));
            search.started(state.request);
        }
        if (state.prepared == null) {
            show(TaskStatus.RUNNING, "preparing", "");
            PrepareWorkspace workspace = PrepareWorkspace.first(taskId, state.request);
            state.prepared = onHost.run(
                    takenUp -> Async.function(steps.newWorkspace(state.host(), takenUp)::prepare, workspace));
            state.snapshot = state.ready().start();
        }
    }

    private Decision iterate() {
        Decision decision = iteration.run();
        search.iteration();
        return decision;
    }

    private @Nullable TaskOutcome act(Decision decision) {
        return switch (decision) {
            case Decision.Accept accept -> delivery.accepted(String.join("; ", accept.reasons()));
            case Decision.Retry ignored -> null;
            case Decision.Clarify clarify -> resolved(personWait.ask("clarify", clarify.question(), clarify));
            case Decision.Escalate escalate ->
                escalate.disputed() == null ? resolved(escalated(escalate)) : disputed(escalate);
            case Decision.Park ignored -> uncharged();
            case Decision.Fallback ignored -> uncharged();
            case Decision.Abort abort ->
                state.ended(abort.outcome(), abort.cause(), String.join("; ", abort.reasons()));
        };
    }

    private @Nullable TaskOutcome disputed(Decision.Escalate escalate) {
        DisputeStep.Course course = dispute.ask(escalate);
        TaskOutcome end = resolved(course.end());
        return end == null && course.assess() ? act(iteration.assessAgain()) : end;
    }

    private PersonWait.@Nullable Result escalated(Decision.Escalate escalate) {
        if (!escalate.undeclared().isEmpty()) {
            return personWait.askToAllow(escalate);
        }
        return escalate.outOfBudget()
                ? moreBudget.ask(escalate, state.decidedWith)
                : personWait.ask("escalate", escalate.question(), escalate);
    }

    private @Nullable TaskOutcome resolved(PersonWait.@Nullable Result result) {
        if (result == null) {
            state.lineup.cleared();
            state.extraIterations = Math.max(
                    state.extraIterations,
                    state.iteration + 1 - state.request.limits().iterations());
            return null;
        }
        return closed(result);
    }

    private TaskOutcome closed(PersonWait.Result result) {
        return result.outcome() == Outcome.ACCEPTED
                ? delivery.accepted(result.reason())
                : state.ended(result.outcome(), result.cause(), result.reason());
    }

    /** The iteration is repeated, by another agent or once the provider takes work. */
    private @Nullable TaskOutcome uncharged() {
        state.iteration--;
        state.prompt = null;
        return null;
    }

    private @Nullable TaskOutcome notAdmitted() {
        List<Refusal> refusals = parking.refusals();
        if (desk.stopRequested()) {
            return refusals.stream().allMatch(Refusal::overBudget)
                    ? state.ended(
                            state.unfinished(),
                            Cause.BUDGET,
                            "stopped while " + String.join("; ", Refusal.reasons(refusals)))
                    : state.ended(state.unfinished(), Cause.QUOTA, "stopped while waiting for the provider's quota");
        }
        PersonWait.Result result = breach.of(refusals);
        return result == null ? null : closed(result);
    }

    private void awaitRunnable() {
        if (desk.paused() && !desk.stopRequested()) {
            show(TaskStatus.PAUSED, "paused", "");
            Workflow.await(() -> !desk.paused() || desk.stopRequested());
        }
    }

    private void continueAsNew() {
        Workflow.await(Workflow::isEveryHandlerFinished);
        if (!desk.stopRequested()) {
            Workflow.continueAsNew(new TaskInput(state.request, state.carry(desk), state.member));
        }
    }

    /** Publishes the phase in the database, the search attributes and the Web UI. */
    private void show(TaskStatus status, String phase, String detail) {
        if (status != state.status) {
            search.status(status);
        }
        state.status = status;
        state.phase = phase;
        state.detail = detail;
        steps.localBookkeeping()
                .publish(new PublishProgress(taskId, status, state.iteration, phase, Line.of(detail, MAX_DETAIL)));
        Workflow.setCurrentDetails(CurrentDetails.of(taskId, state));
    }
}
