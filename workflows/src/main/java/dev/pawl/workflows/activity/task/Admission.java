package dev.pawl.workflows.activity.task;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a task may use its account now.
 *
 * @param go whether it may
 * @param limitedUntil the reset of the account's usage limit; absent if the task may go or another task is trying
 * @param triedBy the task that is trying whether the account is served again; absent if none is
 * @param overBudget what is spent of the account's budget; absent if something is left
 */
public record Admission(
        boolean go,
        @Nullable Instant limitedUntil,
        @Nullable String triedBy,
        @Nullable OverBudget overBudget) {
    public static final Admission GO = new Admission(true, null, null, null);

    public static Admission limited(Instant until) {
        return new Admission(false, until, null, null);
    }

    public static Admission tried(String byTask) {
        return new Admission(false, null, byTask, null);
    }

    public static Admission over(OverBudget budget) {
        return new Admission(false, null, null, budget);
    }
}
