package dev.pawl.workflows.plan;

import dev.pawl.workflows.activity.plan.AskSpent;
import dev.pawl.workflows.activity.plan.PlanSpent;
import dev.pawl.workflows.model.outcome.Cause;
import dev.pawl.workflows.model.plan.PlanLimits;
import dev.pawl.workflows.plan.state.Stopping;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;

/** Watches the plan's time, and what its tasks spend. */
final class LimitWatch {
    private final String planId;
    private final PlanState state;
    private final Losses losses;

    private boolean timeIsUp;
    private boolean spendingChanged = true;

    LimitWatch(String planId, PlanState state, Losses losses) {
        this.planId = planId;
        this.state = state;
        this.losses = losses;
    }

    /** A task has ended. */
    void spent() {
        spendingChanged = true;
    }

    /** Stops the plan if a limit is reached. */
    void keep() {
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

    /** Begins to count the plan's time, in each run of its workflow. */
    void watchTime() {
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
}
