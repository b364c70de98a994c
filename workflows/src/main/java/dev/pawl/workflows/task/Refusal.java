package dev.pawl.workflows.task;

import dev.pawl.workflows.activity.task.Admission;
import dev.pawl.workflows.activity.task.OverBudget;
import dev.pawl.workflows.model.evidence.UsageLimit;
import dev.pawl.workflows.model.request.OnBreach;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The admission of one of a task's agents was refused.
 *
 * @param agent its index in the list
 * @param model of the agent; absent means its default
 * @param busy whether only its provider was busy: other tasks of the account continue
 */
record Refusal(int agent, String account, @Nullable String model, Admission admission, boolean busy) {
    /** The reasons for several agents, without repetition. */
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

    /** Whether a person may allow the task to exceed the account's budget. */
    boolean asks() {
        OverBudget over = admission.overBudget();
        return over != null && over.then() == OnBreach.ASK;
    }

    /** When to check again; absent if unknown. */
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

    /** The text shown while the task waits. */
    String waiting() {
        OverBudget over = admission.overBudget();
        if (over == null) {
            return admission.limitedUntil() == null
                    ? "task %s checks whether %s takes work again".formatted(admission.triedBy(), account)
                    : limited(admission.limitedUntil(), admission.limit());
        }
        if (over.frees()) {
            return "until running sessions leave something: " + over.reason();
        }
        return over.then() == OnBreach.PARK
                ? "until %s (once the budget is raised, pause and resume the task): %s"
                        .formatted(over.until(), over.reason())
                : over.reason();
    }

    /** The reset as it was said, so that a person finds it again. */
    private String limited(Instant until, @Nullable UsageLimit limit) {
        if (busy) {
            return "until %s, as the provider of %s is busy".formatted(until, account);
        }
        String what = account;
        if (limit != null && limit.ofModel()) {
            what = model == null ? "the default model of " + account : "model %s of %s".formatted(model, account);
        }
        return limit == null || limit.said() == null
                ? "until %s, the usage limit of %s".formatted(until, what)
                : "until %s (%s), the usage limit of %s".formatted(until, limit.said(), what);
    }
}
