package dev.pawl.workflows.activity.collect;

import io.temporal.activity.ActivityInterface;

/** Removes old rows; any worker can. */
@ActivityInterface
public interface CollectActivities {
    /** Which hosts may have something to remove. */
    HostsToCollect findHosts(Collect input);

    /** Removes the rows of tasks that ended long ago. Any number of times, also at once. */
    CollectedThere collectRows(CollectRows input);
}
