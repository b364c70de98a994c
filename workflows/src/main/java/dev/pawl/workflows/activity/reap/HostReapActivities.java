package dev.pawl.workflows.activity.reap;

import io.temporal.activity.ActivityInterface;

/** Inspects a host: its processes and directories. */
@ActivityInterface
public interface HostReapActivities {
    /** Finds what dead workers and ended tasks left, and removes it if requested. Idempotent; may run concurrently. */
    HostReaped reapHost(Reap input);
}
