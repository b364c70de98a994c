package dev.pawl.workflows.plan;

import dev.pawl.workflows.activity.plan.AskSpent;
import dev.pawl.workflows.activity.plan.FinishPlan;
import dev.pawl.workflows.activity.plan.IntegrationHead;
import dev.pawl.workflows.activity.plan.OpenIntegration;
import dev.pawl.workflows.activity.plan.PlanDelivery;
import dev.pawl.workflows.activity.plan.PlanSpent;
import dev.pawl.workflows.activity.plan.RecordProgress;
import dev.pawl.workflows.activity.plan.RegisterPlan;
import dev.pawl.workflows.activity.plan.ReleaseIntegration;
import dev.pawl.workflows.activity.workspace.Delivered;
import dev.pawl.workflows.model.FailureTypes;
import dev.pawl.workflows.model.outcome.Cause;
import dev.pawl.workflows.model.outcome.Delivery;
import dev.pawl.workflows.model.outcome.DeliveryState;
import dev.pawl.workflows.model.outcome.Outcome;
import dev.pawl.workflows.model.plan.PackageState;
import dev.pawl.workflows.model.plan.PackageView;
import dev.pawl.workflows.model.plan.PlanLimits;
import dev.pawl.workflows.model.plan.PlanOutcome;
import dev.pawl.workflows.model.plan.PlanRequest;
import dev.pawl.workflows.model.plan.PlanStatus;
import dev.pawl.workflows.model.plan.PlanWord;
import dev.pawl.workflows.model.plan.TaskEnded;
import dev.pawl.workflows.model.request.DeliverMode;
import dev.pawl.workflows.plan.schedule.Schedule;
import dev.pawl.workflows.plan.state.Stopping;
import dev.pawl.workflows.task.person.Action;
import dev.pawl.workflows.task.state.Line;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** Runs a plan: opens the integration repository, starts and integrates packages as they become ready, ends. */
final class PlanRun {
    private static final Logger LOG = Workflow.getLogger(PlanRun.class);
    private static final Duration LOOK_EVERY = Duration.ofMinutes(10);
    private static final int MAX_NOTE = 1_000;

    private final String planId = Workflow.getInfo().getWorkflowId();
    private final PlanState state;
    private final PlanDesk desk;
    private final Tasks tasks;
    private final Losses losses;
    private final Integration integration;
    private final PlanSearch search;
    private final PlanEnd end;
    /** Events of one run; beyond that the workflow continues as new. */
    private final int eventsPerRun;

    private @Nullable Schedule schedule;
    private boolean timeIsUp;
    private boolean spendingChanged = true;
    private boolean cancelSent;
    private String shown = "";

    PlanRun(PlanState state, PlanDesk desk, Tasks tasks, Losses losses, PlanSearch search, int eventsPerRun) {
        this.state = state;
        this.desk = desk;
        this.tasks = tasks;
        this.losses = losses;
        this.integration = new Integration(state, losses);
        this.search = search;
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
            outcome = end.outcome(status, deliver(status));
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
        state.packages().forEach(run -> tasks.tell(run, PlanWord.CANCEL, new Action(why, "plan " + planId)));
        end.failAll(why);
        return end.outcome(PlanStatus.FAILED, cause, why, Delivery.NONE);
    }

    private void begin() {
        if (state.registration == null) {
            String runId = Workflow.getInfo().getRunId();
            state.registration = PlanSteps.bookkeeping().register(new RegisterPlan(planId, runId, state.request()));
            search.started();
        }
        watchTime();
        losses.watchOpenQuestion();
        if (state.head == null) {
            show("opening the integration repository");
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
            keepLimits();
            start();
            show("");
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
                spendingChanged = true;
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
        state.packages().stream().filter(run -> run.live).forEach(run -> tasks.tell(run, PlanWord.CANCEL, said));
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

    private void keepLimits() {
        PlanLimits limits = state.terms().limits();
        if (timeIsUp) {
            losses.stop(new Stopping(Cause.LIMIT, "the plan's time limit is used up", false));
        }
        if (!spendingChanged || (limits.costUsd() == null && limits.tokens() == null)) {
            return;
        }
        spendingChanged = false;
        PlanSpent spent = PlanSteps.localBookkeeping().spent(new AskSpent(planId));
        boolean cost = limits.costUsd() != null && spent.costUsd().compareTo(limits.costUsd()) >= 0;
        boolean tokens = limits.tokens() != null && spent.tokens() >= limits.tokens();
        if (cost || tokens) {
            losses.stop(new Stopping(
                    Cause.BUDGET,
                    cost
                            ? "the plan has spent $%s of $%s".formatted(spent.costUsd(), limits.costUsd())
                            : "the plan has used %d of %d tokens".formatted(spent.tokens(), limits.tokens()),
                    false));
        }
    }

    private void watchTime() {
        Duration time = state.terms().limits().time();
        if (time == null) {
            return;
        }
        Duration left =
                Duration.between(Instant.ofEpochMilli(Workflow.currentTimeMillis()), state.startedAt.plus(time));
        Workflow.newTimer(left.isNegative() ? Duration.ZERO : left).thenApply(over -> {
            timeIsUp = true;
            state.stir();
            return null;
        });
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

    private Delivery deliver(PlanStatus status) {
        PlanRequest terms = state.terms();
        IntegrationHead head = state.opened();
        String base = state.base;
        if (terms.deliver() == DeliverMode.NONE || base == null || base.equals(head.commit())) {
            return Delivery.NONE;
        }
        if (status != PlanStatus.ACCEPTED) {
            return new Delivery(DeliveryState.NONE, "not delivered: the plan is " + status.wire());
        }
        show("delivering");
        try {
            Delivered delivered = PlanSteps.integration(head.host(), terms, 1)
                    .deliver(new PlanDelivery(
                            planId,
                            terms.title(),
                            head,
                            base,
                            terms.workspace(),
                            terms.deliver(),
                            terms.branch(),
                            terms.squash()));
            String note = Line.of(delivered.note(), MAX_NOTE);
            return delivered.done() ? Delivery.delivered(note) : Delivery.failed(note);
        } catch (ActivityFailure e) {
            return Delivery.failed("the delivery failed: " + PlanSteps.failed(e));
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
        IntegrationHead head = state.head;
        if (head != null) {
            try {
                PlanSteps.integration(head.host(), state.terms(), 1)
                        .release(new ReleaseIntegration(planId, state.terms().workspace()));
            } catch (ActivityFailure e) {
                LOG.warn("the integration repository of {} was not released", planId, e);
            }
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

    /**
     * Publishes what changed in the database, the search attributes and the Web UI.
     *
     * @param doing what the plan does beside its packages; may be empty
     */
    private void show(String doing) {
        PlanStatus before = state.status;
        state.status = state.statusNow();
        state.reason = reason(doing);
        if (state.status != before) {
            search.status();
        }
        List<PackageView> changed = state.packages().stream()
                .filter(PackageRun::takeChanged)
                .map(PackageRun::view)
                .toList();
        String now = "%s/%s/%s".formatted(state.status, state.reason, state.head);
        if (changed.isEmpty() && state.revised.isEmpty() && now.equals(shown)) {
            return;
        }
        shown = now;
        RecordProgress progress = new RecordProgress(
                planId,
                state.status,
                state.reason,
                state.question,
                state.head,
                state.base,
                changed,
                List.copyOf(state.revised));
        state.revised.clear();
        PlanSteps.localBookkeeping().record(progress);
        Workflow.setCurrentDetails(PlanDetails.of(planId, state));
    }

    private String reason(String doing) {
        if (state.cancelled != null) {
            return PlanEnd.cancelledBy(state.cancelled);
        }
        if (state.stopping != null) {
            return Line.of("stopping: " + state.stopping.reason(), MAX_NOTE);
        }
        return state.question != null ? Line.of(state.question.question(), MAX_NOTE) : doing;
    }
}
