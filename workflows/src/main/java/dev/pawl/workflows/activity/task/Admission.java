package dev.pawl.workflows.activity.task;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a task may use its provider's account now.
 *
 * @param go whether it may
 * @param limitedUntil before it nothing comes through; absent where it may go, or where another task tries
 * @param triedBy the task that tries whether the account takes work again; absent where none does
 * @param overBudget what is spent of the account's budget; absent where it leaves something
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
