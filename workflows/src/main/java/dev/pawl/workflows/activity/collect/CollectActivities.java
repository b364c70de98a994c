package dev.pawl.workflows.activity.collect;

import io.temporal.activity.ActivityInterface;

/** Removes old rows; runs on any worker. */
@ActivityInterface
public interface CollectActivities {
    /** Returns the hosts that may have something to remove. */
    HostsToCollect findHosts(Collect input);

    /** Removes the rows of tasks that ended long ago. Idempotent; may run concurrently. */
    CollectedThere collectRows(CollectRows input);
}
