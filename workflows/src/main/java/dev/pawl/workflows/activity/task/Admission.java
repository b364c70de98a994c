package dev.pawl.workflows.activity.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.pawl.workflows.model.evidence.UsageLimit;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a task may use its account now.
 *
 * @param go whether it may
 * @param limitedUntil the reset of the usage limit of the account or the model; absent if the task may go, or another
 *     task is trying
 * @param triedBy the task that is trying whether the account is served again; absent if none is
 * @param overBudget what is spent of the account's budget; absent if something is left
 * @param limit what is limited, if the task may not go because of a usage limit; absent means the account, until an
 *     unknown time
 */
public record Admission(
        boolean go,
        @Nullable Instant limitedUntil,
        @Nullable String triedBy,
        @Nullable OverBudget overBudget,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UsageLimit limit) {
    public static final Admission GO = new Admission(true, null, null, null, null);

    public static Admission limited(Instant until) {
        return limited(until, null);
    }

    public static Admission limited(Instant until, @Nullable UsageLimit limit) {
        return new Admission(false, until, null, null, limit);
    }

    public static Admission tried(String byTask) {
        return new Admission(false, null, byTask, null, null);
    }

    public static Admission over(OverBudget budget) {
        return new Admission(false, null, null, budget, null);
    }
}
