package dev.pawl.workflows.plan;

import dev.pawl.workflows.activity.plan.Candidate;
import dev.pawl.workflows.activity.plan.IntegrateCall;
import dev.pawl.workflows.activity.plan.IntegrateResult;
import dev.pawl.workflows.activity.plan.IntegrationActivities;
import dev.pawl.workflows.activity.plan.IntegrationHead;
import dev.pawl.workflows.activity.plan.Verdict;
import dev.pawl.workflows.model.plan.PackageState;
import dev.pawl.workflows.model.plan.PlanRequest;
import dev.pawl.workflows.model.plan.TaskEnded;
import dev.pawl.workflows.task.state.Line;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Integrates accepted packages, one batch at a time. */
final class Integration {
    /** Large enough to keep up with many packages, small enough that bisecting a red batch stays cheap. */
    static final int MOST_AT_ONCE = 8;

    private static final int MAX_DECIDED_BY = 200;

    private final String planId = Workflow.getInfo().getWorkflowId();
    private final PlanState state;
    private final Losses losses;
    private @Nullable CancellationScope running;
    private @Nullable Promise<IntegrateResult> result;

    Integration(PlanState state, Losses losses) {
        this.state = state;
        this.losses = losses;
    }

    /** Starts the next batch, if none is being integrated. */
    void next() {
        List<PackageRun> batch = state.queue.next(MOST_AT_ONCE).stream()
                .map(state::find)
                .filter(Objects::nonNull)
                .toList();
        if (batch.isEmpty()) {
            return;
        }
        PlanRequest terms = state.terms();
        IntegrationHead head = state.opened();
        IntegrateCall call = new IntegrateCall(
                planId,
                head,
                batch.stream().map(Integration::candidate).toList(),
                terms.setup(),
                terms.checks(),
                terms.workspace().sandbox(),
                terms.environment());
        IntegrationActivities steps = PlanSteps.integration(head.host(), terms, batch.size());
        running = Workflow.newCancellationScope(() -> result = Async.function(steps::integrate, call));
        running.run();
        Objects.requireNonNull(result).handle((ignored, failure) -> {
            state.stir();
            return null;
        });
    }

    /** Ends the running batch. What it has merged by then stays merged. */
    void cancel() {
        if (running != null) {
            running.cancel("the plan is cancelled");
        }
    }

    /** Acts on the verdicts of a batch that is done. */
    void settle() {
        Promise<IntegrateResult> done = result;
        if (done == null || !done.isCompleted()) {
            return;
        }
        result = null;
        running = null;
        List<String> batch = state.queue.ids();
        try {
            IntegrateResult verdicts = done.get();
            state.queue.settled();
            state.head = state.opened().at(verdicts.head());
            verdicts.verdicts().forEach(this::settle);
        } catch (ActivityFailure e) {
            List<String> unsettled =
                    batch.stream().filter(state.queue::integrates).toList();
            state.queue.settled();
            unsettled.forEach(id -> failed(id, e));
        }
    }

    private void settle(Verdict verdict) {
        PackageRun run = state.find(verdict.packageId());
        if (run == null || run.state() != PackageState.ACCEPTED) {
            return;
        }
        switch (verdict) {
            case Verdict.Integrated integrated -> run.integrated(integrated.commit(), "");
            case Verdict.Empty empty -> run.integrated(null, Ejections.text(empty));
            case Verdict.Conflict ignored -> ejected(run, verdict);
            case Verdict.Red ignored -> ejected(run, verdict);
            case Verdict.Trespass ignored -> ejected(run, verdict);
        }
    }

    private void ejected(PackageRun run, Verdict verdict) {
        run.ejected(verdict);
        String why = "the result of attempt %d %s".formatted(run.attempt(), Ejections.text(verdict));
        if (run.trespasses > 1) {
            losses.trespassed(run, why);
        } else if (run.attemptsLeft() && !run.ending && state.stopping == null && state.cancelled == null) {
            run.become(PackageState.WAITING, why);
        } else {
            losses.lost(run, PackageState.FAILED, why);
        }
    }

    private void failed(String id, ActivityFailure failure) {
        PackageRun run = state.find(id);
        if (run == null || run.state() != PackageState.ACCEPTED) {
            return;
        }
        if (failure.getCause() instanceof CanceledFailure) {
            run.become(PackageState.CANCELLED, "the plan was cancelled while it was integrated");
        } else {
            losses.lost(run, PackageState.FAILED, "it could not be integrated: " + PlanSteps.failed(failure));
        }
    }

    private static Candidate candidate(PackageRun run) {
        TaskEnded accepted = Objects.requireNonNull(run.result);
        return new Candidate(
                run.id(),
                accepted.taskId(),
                run.request.task().title(),
                Objects.requireNonNull(accepted.base()),
                Objects.requireNonNull(accepted.snapshot()),
                run.request.task().owns(),
                run.request.mayTouch(),
                Line.of(accepted.reason(), MAX_DECIDED_BY));
    }
}
