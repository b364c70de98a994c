package dev.pawl.workflows.activity.collect;

import io.temporal.activity.ActivityInterface;

/** Removes old data on a host that no task needs. */
@ActivityInterface
public interface HostCollectActivities {
    /** Idempotent; may run concurrently and while tasks run. */
    CollectedThere collectHost(Collect input);
}
