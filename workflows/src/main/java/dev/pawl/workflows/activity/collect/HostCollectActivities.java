package dev.pawl.workflows.activity.collect;

import io.temporal.activity.ActivityInterface;

/** Removes what is old on a host and no task needs. */
@ActivityInterface
public interface HostCollectActivities {
    /** Any number of times, also at once, while tasks run. */
    CollectedThere collectHost(Collect input);
}
