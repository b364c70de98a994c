package dev.pawl.workflows.task;

import dev.pawl.workflows.activity.task.Admission;
import dev.pawl.workflows.activity.task.OverBudget;
import dev.pawl.workflows.model.request.OnBreach;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That one of a task's agents may not work now, as its account takes nothing.
 *
 * @param agent its place in the list, from 0
 * @param busy whether only its provider was busy: other tasks of the account go on
 */
record Refusal(int agent, String account, Admission admission, boolean busy) {
    /** What keeps out each of several, said once. */
    static List<String> reasons(List<Refusal> refusals) {
        return refusals.stream().map(Refusal::reason).distinct().toList();
    }

    boolean overBudget() {
        return admission.overBudget() != null;
    }

    /** Whether it passes without a person. */
    boolean passes() {
        OverBudget over = admission.overBudget();
        return over == null || over.frees() || over.then() == OnBreach.PARK;
    }

    /** Whether a person may let the task go on over the account's budget. */
    boolean asks() {
        OverBudget over = admission.overBudget();
        return over != null && over.then() == OnBreach.ASK;
    }

    /** Before it nothing changes; absent where nobody knows when something does. */
    @Nullable
    Instant until() {
        OverBudget over = admission.overBudget();
        if (over == null) {
            return admission.limitedUntil();
        }
        return over.frees() ? null : over.until();
    }

    /** Why this agent does not work. */
    String reason() {
        OverBudget over = admission.overBudget();
        if (over != null) {
            return over.reason();
        }
        return (admission.limitedUntil() == null ? "waits while " : "waits ") + waiting();
    }

    /** What a task that waits shows. */
    String waiting() {
        OverBudget over = admission.overBudget();
        if (over == null) {
            return admission.limitedUntil() == null
                    ? "task %s tries whether %s takes work again".formatted(admission.triedBy(), account)
                    : (busy ? "until %s, as the provider of %s is busy" : "until %s, the usage limit of %s")
                            .formatted(admission.limitedUntil(), account);
        }
        if (over.frees()) {
            return "until running sessions leave something: " + over.reason();
        }
        return over.then() == OnBreach.PARK
                ? "until %s (once the budget is raised, pause and resume the task): %s"
                        .formatted(over.until(), over.reason())
                : over.reason();
    }
}
