package dev.pawl.workflows.activity.host;

import io.temporal.activity.ActivityInterface;

/** Whether a host has a worker. It has a queue of its own, so that a busy host answers too. */
@ActivityInterface
public interface HostActivities {
    /** Does nothing: that it runs at all is the answer. */
    void present();
}
