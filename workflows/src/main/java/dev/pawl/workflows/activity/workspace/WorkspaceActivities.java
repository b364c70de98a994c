package dev.pawl.workflows.activity.workspace;

import io.temporal.activity.ActivityInterface;

/** Operations on the whole workspace, on the host that has it. */
@ActivityInterface
public interface WorkspaceActivities {
    /**
     * Creates the workspace, takes the base snapshot, and runs setup and the checks once as the baseline. Repeating it
     * returns the same base, except if a person has changed the files of a check: then it returns a new one that has them.
     */
    Prepared prepare(PrepareWorkspace input);

    /** Delivers an accepted result as far as the task's {@code deliver} permits. */
    Delivered deliver(DeliverResult input);

    /** Releases the workspace and its lock; snapshots are kept. */
    void release(ReleaseWorkspace input);
}
