package dev.pawl.workflows.model.plan;

import dev.pawl.workflows.model.outcome.Cause;
import dev.pawl.workflows.model.outcome.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What a task reports to its plan when it ends.
 *
 * @param attempt of the package
 * @param base the base snapshot; absent if the workspace was not prepared
 * @param snapshot the last snapshot; absent if none was taken
 */
public record TaskEnded(
        String taskId,
        String packageId,
        int attempt,
        Outcome outcome,
        Cause cause,
        String reason,
        @Nullable String base,
        @Nullable String snapshot) {
    /** Name of the signal to the plan. */
    public static final String SIGNAL = "taskEnded";
}
