package dev.pawl.workflows.activity.reap;

import io.temporal.activity.ActivityInterface;

/** Looks at what is on a host: its processes and directories. */
@ActivityInterface
public interface HostReapActivities {
    /** Finds what is left of dead workers and ended tasks, and removes it where asked. Any number of times, also at once. */
    HostReaped reapHost(Reap input);
}
