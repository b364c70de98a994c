package dev.pawl.workflows.model.outcome;

import org.jspecify.annotations.Nullable;

/**
 * How a task ended, with its evidence.
 *
 * @param cause {@code delivery} for an accepted result that could not be delivered
 * @param reason one line for people
 * @param snapshot the last snapshot; absent if none was taken
 */
public record TaskOutcome(
        Outcome outcome,
        Cause cause,
        String reason,
        int iterations,
        @Nullable String snapshot,
        Delivery delivery) {

    /** Of a task that reached no delivery. */
    public TaskOutcome(Outcome outcome, Cause cause, String reason, int iterations, @Nullable String snapshot) {
        this(outcome, cause, reason, iterations, snapshot, Delivery.NONE);
    }
}
