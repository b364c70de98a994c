package dev.pawl.workflows.activity.workspace;

import io.temporal.activity.ActivityInterface;

/** What happens to the workspace as a whole, on the host that has it. */
@ActivityInterface
public interface WorkspaceActivities {
    /**
     * Makes the workspace, takes the base snapshot, runs setup and the checks once as the baseline. Repeating it
     * gives the same base.
     */
    Prepared prepare(PrepareWorkspace input);

    /** Hands an accepted result out as far as the task's {@code deliver} permits. */
    Delivered deliver(DeliverResult input);

    /** Gives the workspace and its lock back; snapshots stay. */
    void release(ReleaseWorkspace input);
}
