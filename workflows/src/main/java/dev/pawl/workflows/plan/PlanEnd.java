package dev.pawl.workflows.plan;

import dev.pawl.workflows.model.outcome.Cause;
import dev.pawl.workflows.model.outcome.Delivery;
import dev.pawl.workflows.model.plan.PackageState;
import dev.pawl.workflows.model.plan.PackageView;
import dev.pawl.workflows.model.plan.PlanOutcome;
import dev.pawl.workflows.model.plan.PlanStatus;
import dev.pawl.workflows.model.plan.TaskEnded;
import dev.pawl.workflows.plan.state.Stopping;
import dev.pawl.workflows.task.person.Action;
import dev.pawl.workflows.task.state.Line;
import java.util.Optional;

/** How a plan ends: every package in a final state, and an outcome that follows from them. */
final class PlanEnd {
    private static final int MAX_REASON = 2_000;

    private final PlanState state;

    PlanEnd(PlanState state) {
        this.state = state;
    }

    /** Packages that never started, or whose result is no longer wanted. */
    void settleTheRest() {
        state.packages().stream().filter(run -> !run.state().ended()).forEach(run -> {
            Stopping stopping = state.stopping;
            if (state.cancelled != null) {
                run.become(PackageState.CANCELLED, cancelledBy(state.cancelled));
            } else if (stopping != null) {
                run.become(stopping.byPerson() ? PackageState.CANCELLED : PackageState.BLOCKED, stopping.reason());
            } else {
                run.become(PackageState.BLOCKED, "what it needs cannot be integrated");
            }
        });
    }

    /** All packages end without a result. */
    void failAll(String why) {
        state.packages().stream()
                .filter(run -> !run.state().ended())
                .forEach(run -> run.become(PackageState.BLOCKED, why));
    }

    PlanStatus status() {
        long integrated = count(PackageState.INTEGRATED);
        long left = state.packages().size() - count(PackageState.DROPPED);
        if (state.cancelled != null) {
            return PlanStatus.CANCELLED;
        }
        if (integrated == left && integrated > 0) {
            return PlanStatus.ACCEPTED;
        }
        if (integrated > 0) {
            return PlanStatus.PARTIAL;
        }
        boolean byPerson = left == 0 || (state.stopping != null && state.stopping.byPerson());
        return byPerson ? PlanStatus.CANCELLED : PlanStatus.FAILED;
    }

    PlanOutcome outcome(PlanStatus status, Delivery delivery) {
        return outcome(status, cause(status, delivery), reason(), delivery);
    }

    PlanOutcome outcome(PlanStatus status, Cause cause, String reason, Delivery delivery) {
        return new PlanOutcome(
                status,
                cause,
                Line.of(reason, MAX_REASON),
                state.head == null ? null : state.head.commit(),
                delivery,
                state.packages().stream().map(PackageRun::view).toList());
    }

    static String cancelledBy(Action action) {
        if (action.by().isBlank()) {
            return "cancelled";
        }
        String by = "cancelled by " + Line.of(action.by(), Action.MAX_BY);
        return action.text().isBlank() ? by : by + ": " + action.text();
    }

    private Cause cause(PlanStatus status, Delivery delivery) {
        return switch (status) {
            case ACCEPTED ->
                switch (delivery.state()) {
                    case NONE, DELIVERED -> Cause.NONE;
                    case FAILED -> Cause.DELIVERY;
                };
            case CANCELLED -> Cause.NONE;
            case PARTIAL, FAILED -> {
                if (state.stopping != null && state.stopping.cause() != Cause.NONE) {
                    yield state.stopping.cause();
                }
                yield state.unanswered ? Cause.NEEDS_PERSON : ofFirstLoss();
            }
            case SUBMITTED, RUNNING, WAITING, PAUSED ->
                throw new IllegalStateException("a plan does not end " + status);
        };
    }

    private Cause ofFirstLoss() {
        return firstLoss().map(run -> run.result).map(TaskEnded::cause).orElse(Cause.NONE);
    }

    private String reason() {
        String counts = "%d of %d packages integrated"
                .formatted(count(PackageState.INTEGRATED), state.packages().size() - count(PackageState.DROPPED));
        if (state.cancelled != null) {
            return "%s; %s".formatted(cancelledBy(state.cancelled), counts);
        }
        if (state.stopping != null) {
            return "%s; %s".formatted(counts, state.stopping.reason());
        }
        return firstLoss()
                .map(run -> "%s; package %s %s: %s"
                        .formatted(counts, run.id(), run.state().wire(), run.reason()))
                .orElse(counts);
    }

    private Optional<PackageRun> firstLoss() {
        return state.packages().stream()
                .filter(run -> run.state() == PackageState.FAILED || run.state() == PackageState.REJECTED)
                .findFirst();
    }

    private long count(PackageState wanted) {
        return state.packages().stream()
                .map(PackageRun::view)
                .map(PackageView::state)
                .filter(wanted::equals)
                .count();
    }
}
