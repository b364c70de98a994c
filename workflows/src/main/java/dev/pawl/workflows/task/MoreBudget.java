package dev.pawl.workflows.task;

import dev.pawl.workflows.model.outcome.Cause;
import dev.pawl.workflows.model.outcome.Decision;
import dev.pawl.workflows.model.request.Limits;
import dev.pawl.workflows.policy.Breach;
import org.jspecify.annotations.Nullable;

/**
 * Asks for more of a task's own budget. Only a grant lets it continue: after a plain answer it would ask the same
 * again.
 */
final class MoreBudget {
    private final TaskState state;
    private final PersonWait personWait;

    MoreBudget(TaskState state, PersonWait personWait) {
        this.state = state;
        this.personWait = personWait;
    }

    /**
     * @param decidedWith the limits that were spent
     * @return absent if the task continues with the grant
     */
    PersonWait.@Nullable Result ask(Decision.Escalate decision, Limits decidedWith) {
        for (int asked = 1; !enough(decidedWith); asked++) {
            Limits had = state.limits();
            String name = asked == 1 ? decision.type() : decision.type() + "-" + asked;
            String question = Breach.question(had, state.spent);
            PersonWait.Result result = personWait.ask(name, decision.type(), question, decision);
            if (result != null) {
                return result;
            }
            if (state.limits().equals(had)) {
                String spent = Breach.of(had, state.spent).orElse("the budget is spent");
                return new PersonWait.Result(
                        state.unfinished(), Cause.BUDGET, spent + "; the answer granted no more of it");
            }
        }
        return null;
    }

    /** A grant may be smaller than the overspending; then the rest is asked for. */
    private boolean enough(Limits decidedWith) {
        Limits now = state.limits();
        return Breach.extended(decidedWith, now) && Breach.of(now, state.spent).isEmpty();
    }
}
