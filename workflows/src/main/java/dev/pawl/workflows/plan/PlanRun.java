package dev.pawl.workflows.plan;

import dev.pawl.workflows.activity.plan.FinishPlan;
import dev.pawl.workflows.activity.plan.IntegrationHead;
import dev.pawl.workflows.activity.plan.OpenIntegration;
import dev.pawl.workflows.activity.plan.RegisterPlan;
import dev.pawl.workflows.model.FailureTypes;
import dev.pawl.workflows.model.outcome.Cause;
import dev.pawl.workflows.model.outcome.Delivery;
import dev.pawl.workflows.model.outcome.Outcome;
import dev.pawl.workflows.model.plan.PackageState;
import dev.pawl.workflows.model.plan.PlanOutcome;
import dev.pawl.workflows.model.plan.PlanStatus;
import dev.pawl.workflows.model.plan.PlanWord;
import dev.pawl.workflows.model.plan.TaskEnded;
import dev.pawl.workflows.plan.schedule.Schedule;
import dev.pawl.workflows.task.person.Action;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Runs a plan: opens the integration repository, starts and integrates packages as they become ready, ends. */
final class PlanRun {
    private static final Duration LOOK_EVERY = Duration.ofMinutes(10);

    private final String planId = Workflow.getInfo().getWorkflowId();
    private final PlanState state;
    private final PlanDesk desk;
    private final Tasks tasks;
    private final Losses losses;
    private final Integration integration;
    private final PlanSearch search;
    private final PlanDisplay display;
    private final LimitWatch limits;
    private final PlanDeliveries delivery;
    private final PlanEnd end;
    /** Events of one run; beyond that the workflow continues as new. */
    private final int eventsPerRun;

    private @Nullable Schedule schedule;
    private boolean cancelSent;

    PlanRun(PlanState state, PlanDesk desk, Tasks tasks, Losses losses, PlanSearch search, int eventsPerRun) {
        this.state = state;
        this.desk = desk;
        this.tasks = tasks;
        this.losses = losses;
        this.integration = new Integration(state, losses);
        this.search = search;
        this.display = new PlanDisplay(planId, state, search);
        this.limits = new LimitWatch(planId, state, losses);
        this.delivery = new PlanDeliveries(planId, state, display);
        this.end = new PlanEnd(state);
        this.eventsPerRun = eventsPerRun;
    }

    PlanOutcome untilOutcome() {
        PlanOutcome outcome;
        try {
            begin();
            untilDone();
            end.settleTheRest();
            PlanStatus status = end.status();
            outcome = end.outcome(status, delivery.deliver(status));
        } catch (ActivityFailure e) {
            outcome = failed(cause(e.getCause()), PlanSteps.failed(e));
        } catch (ApplicationFailure e) {
            // The next step's input does not fit into a history, or a step's result is lost.
            outcome = failed(Cause.INTERNAL, e.getOriginalMessage());
        }
        finish(outcome);
        return outcome;
    }

    /** Nothing integrates what the tasks would still produce. */
    private PlanOutcome failed(Cause cause, String why) {
        state.packages().forEach(run -> tasks.signal(run, PlanWord.CANCEL, new Action(why, "plan " + planId)));
        end.failAll(why);
        return end.outcome(PlanStatus.FAILED, cause, why, Delivery.NONE);
    }

    private void begin() {
        if (state.registration == null) {
            String runId = Workflow.getInfo().getRunId();
            state.registration = PlanSteps.bookkeeping().register(new RegisterPlan(planId, runId, state.request()));
            search.started();
        }
        limits.watchTime();
        if (state.head == null) {
            display.show("opening the integration repository");
            IntegrationHead head = PlanSteps.integration(state.registered().hostId(), state.terms(), 1)
                    .open(new OpenIntegration(planId, state.terms().workspace()));
            state.base = head.commit();
            state.head = head;
        }
    }

    private void untilDone() {
        boolean look = false;
        while (true) {
            state.stirred = false;
            tasks.lookForEnded(look);
            takeIn();
            integration.settle();
            cancelAll();
            boolean newRun = state.cancelled == null && usedUp();
            if (state.cancelled == null && !newRun) {
                integration.next();
            }
            losses.block();
            losses.ask();
            limits.keep();
            start();
            display.show("");
            if (done()) {
                return;
            }
            if (newRun) {
                continueAsNew();
            }
            look = await();
        }
    }

    /** @return whether tasks may have ended unnoticed */
    private boolean await() {
        boolean unwatched = state.packages().stream().anyMatch(run -> run.live && run.unwatched);
        if (unwatched) {
            return !Workflow.await(LOOK_EVERY, () -> state.stirred);
        }
        Workflow.await(() -> state.stirred);
        return false;
    }

    private void takeIn() {
        while (!state.inbox.isEmpty()) {
            TaskEnded ended = state.inbox.removeFirst();
            PackageRun run = state.find(ended.packageId());
            if (run != null && run.live && run.attempt() == ended.attempt()) {
                run.taskEnded(ended);
                limits.spent();
                follow(run, ended);
            }
        }
    }

    private void follow(PackageRun run, TaskEnded ended) {
        if (run.state().ended()) {
            return;
        }
        boolean integrable = ended.outcome() == Outcome.ACCEPTED && ended.base() != null && ended.snapshot() != null;
        if (integrable && state.cancelled == null) {
            run.become(PackageState.ACCEPTED, "");
            state.queue.add(run.id());
            return;
        }
        String why = "task %s %s: %s".formatted(ended.taskId(), ended.outcome().wire(), ended.reason());
        if (ended.outcome() == Outcome.CANCELLED || run.ending || state.cancelled != null) {
            run.become(PackageState.CANCELLED, why);
        } else {
            losses.lost(run, lost(ended.outcome()), why);
        }
    }

    private static PackageState lost(Outcome outcome) {
        return switch (outcome) {
            case PARTIAL, REJECTED -> PackageState.REJECTED;
            case ACCEPTED, FAILED, CANCELLED -> PackageState.FAILED;
        };
    }

    private void cancelAll() {
        Action said = state.cancelled;
        if (said == null || cancelSent) {
            return;
        }
        cancelSent = true;
        state.question = null;
        state.toAsk.clear();
        integration.cancel();
        state.packages().stream().filter(run -> run.live).forEach(run -> tasks.signal(run, PlanWord.CANCEL, said));
    }

    private void start() {
        state.ready().forEach(PackageRun::ready);
        if (state.held()) {
            return;
        }
        if (schedule == null || desk.takeRevised()) {
            schedule = new Schedule(state.steps());
        }
        int slots = (int) (state.terms().limits().parallel() - state.live());
        for (String id : schedule.startable(state::stateOf, this::pausedPackage, slots)) {
            PackageRun run = state.find(id);
            if (run != null) {
                tasks.start(run);
            }
        }
    }

    private boolean pausedPackage(String id) {
        PackageRun run = state.find(id);
        return run != null && run.paused;
    }

    private boolean done() {
        if (state.live() > 0 || state.queue.busy() || tasks.unconfirmed() || !state.inbox.isEmpty()) {
            return false;
        }
        if (state.cancelled != null) {
            return true;
        }
        if (!state.queue.empty() || state.stirred) {
            return false;
        }
        if (state.stopping != null) {
            return true;
        }
        if (state.question != null || !state.toAsk.isEmpty()) {
            return false;
        }
        // What waits and is ready would have been started, unless a person holds it.
        return state.ready().findAny().isEmpty();
    }

    private boolean usedUp() {
        return Workflow.getInfo().isContinueAsNewSuggested()
                || Workflow.getInfo().getHistoryLength() >= eventsPerRun;
    }

    /** Tasks go on meanwhile, and report to the next run. */
    private void continueAsNew() {
        if (state.queue.busy() || tasks.unconfirmed()) {
            return;
        }
        Workflow.await(Workflow::isEveryHandlerFinished);
        if (!state.stirred && state.inbox.isEmpty() && state.cancelled == null) {
            Workflow.continueAsNew(state.carry(desk.handledUpdates()));
        }
    }

    private void finish(PlanOutcome outcome) {
        state.status = outcome.status();
        state.reason = outcome.reason();
        state.question = null;
        if (state.registration != null) {
            PlanSteps.bookkeeping().finish(new FinishPlan(planId, outcome));
            search.status();
        }
        Workflow.setCurrentDetails(PlanDetails.of(planId, state));
        delivery.release();
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
}
