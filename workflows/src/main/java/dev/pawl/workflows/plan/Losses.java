package dev.pawl.workflows.plan;

import dev.pawl.workflows.model.outcome.Cause;
import dev.pawl.workflows.model.plan.PackageState;
import dev.pawl.workflows.model.plan.PlanQuestion;
import dev.pawl.workflows.model.plan.PlanWord;
import dev.pawl.workflows.plan.schedule.Blocked;
import dev.pawl.workflows.plan.state.Stopping;
import dev.pawl.workflows.task.person.Action;
import io.temporal.workflow.Workflow;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What follows for a plan if a package fails for good. */
final class Losses {
    private final String planId = Workflow.getInfo().getWorkflowId();
    private final PlanState state;
    private final Tasks tasks;

    Losses(PlanState state, Tasks tasks) {
        this.state = state;
        this.tasks = tasks;
    }

    /** A package failed for good. */
    void lost(PackageRun run, PackageState end, String why) {
        run.become(end, why);
        if (state.stopping != null || state.cancelled != null) {
            return;
        }
        switch (state.terms().onFailure()) {
            case CONTINUE_INDEPENDENT -> {
                // What needs it is blocked.
            }
            case STOP -> stop(new Stopping(Cause.NONE, "package %s: %s".formatted(run.id(), run.reason()), false));
            case ASK -> toAsk(run);
        }
    }

    /** A package has changed again what it must not: another attempt is a person's decision. */
    void trespassed(PackageRun run, String why) {
        if (state.terms().interactive() && state.stopping == null && state.cancelled == null) {
            run.become(PackageState.FAILED, why);
            toAsk(run);
        } else {
            lost(run, PackageState.FAILED, why);
        }
    }

    /** Starts nothing new, and stops what runs. */
    void stop(Stopping why) {
        if (state.stopping != null || state.cancelled != null) {
            return;
        }
        state.stopping = why;
        state.question = null;
        state.toAsk.clear();
        state.packages().stream().filter(run -> run.live).forEach(run -> {
            run.ending |= why.byPerson();
            tasks.signal(run, PlanWord.STOP, new Action(why.reason(), "plan " + planId));
        });
        state.stir();
    }

    /** Asks about the next lost package, if no question is open. Waits without end: nothing else of the plan waits with it. */
    void ask() {
        if (state.question != null || state.toAsk.isEmpty()) {
            return;
        }
        PackageRun run = state.find(state.toAsk.removeFirst());
        if (run == null) {
            return;
        }
        Instant now = Instant.ofEpochMilli(Workflow.currentTimeMillis());
        state.question = new PlanQuestion(
                "%s.q%d".formatted(run.taskId(), run.extraAttempts + 1),
                run.id(),
                "Package %s failed: %s. Answer 'retry', 'continue' without it and what needs it, or 'stop'."
                        .formatted(run.id(), run.reason()),
                now);
    }

    /** Marks packages that never can start, unless a person ends them all. */
    void block() {
        if (state.cancelled != null || (state.stopping != null && state.stopping.byPerson())) {
            return;
        }
        Map<String, List<String>> chains = Blocked.chains(state.steps(), state::stateOf, state::undecided);
        chains.forEach((id, chain) -> {
            PackageRun run = state.find(id);
            PackageRun lost = state.find(chain.getLast());
            if (run != null && lost != null) {
                run.become(
                        PackageState.BLOCKED,
                        "needs %s, which is %s"
                                .formatted(
                                        String.join(", which needs ", chain),
                                        lost.state().wire()));
            }
        });
    }

    private void toAsk(PackageRun run) {
        if (state.terms().interactive()) {
            state.toAsk.add(run.id());
            state.stir();
        } else {
            state.unanswered = true;
        }
    }
}
