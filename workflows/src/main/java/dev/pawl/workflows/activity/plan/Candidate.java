package dev.pawl.workflows.activity.plan;

import java.util.List;

/**
 * An accepted result that waits to be integrated.
 *
 * @param baseCommit the base snapshot in the task's shadow repository
 * @param snapshot the accepted snapshot in the task's shadow repository
 * @param owns glob patterns of the paths that the package may change; empty means all
 * @param mayTouch glob patterns of the paths that it may change beside its own
 * @param decidedBy who accepted the result, in a few words
 */
public record Candidate(
        String packageId,
        String taskId,
        String title,
        String baseCommit,
        String snapshot,
        List<String> owns,
        List<String> mayTouch,
        String decidedBy) {
    public Candidate {
        owns = List.copyOf(owns);
        mayTouch = List.copyOf(mayTouch);
    }
}
