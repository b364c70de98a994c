package dev.pawl.host.directory;

import dev.pawl.workflows.activity.host.HostActivities;

/** Answers for this worker's host. */
public final class HostActivitiesImpl implements HostActivities {
    @Override
    public void present() {
        // Running is the answer.
    }
}
