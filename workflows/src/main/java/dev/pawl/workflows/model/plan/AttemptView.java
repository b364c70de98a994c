package dev.pawl.workflows.model.plan;

import dev.pawl.workflows.model.outcome.Outcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One task that worked on a package.
 *
 * @param number from 1
 * @param endedAt when its task ended; absent while it runs
 * @param outcome of its task; absent while it runs
 * @param reason for the outcome, one line for people; empty while it runs
 * @param ejection why its accepted result was not integrated; absent if it was, or has not come so far
 */
public record AttemptView(
        int number,
        String taskId,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Outcome outcome,
        String reason,
        @Nullable Ejection ejection) {
    /** A task that has just started. */
    public static AttemptView started(int number, String taskId, Instant at) {
        return new AttemptView(number, taskId, at, null, null, "", null);
    }

    public AttemptView ended(Instant at, Outcome how, String why) {
        return new AttemptView(number, taskId, startedAt, at, how, why, null);
    }

    public AttemptView ejected(Ejection why) {
        return new AttemptView(number, taskId, startedAt, endedAt, outcome, reason, why);
    }
}
