package dev.pawl.workflows.activity.host;

import io.temporal.activity.ActivityInterface;

/** Shows whether a host has a worker. It has its own queue, so that a busy host answers too. */
@ActivityInterface
public interface HostActivities {
    /** Does nothing: its completion is the answer. */
    void present();
}
