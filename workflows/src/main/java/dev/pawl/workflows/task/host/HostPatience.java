package dev.pawl.workflows.task.host;

import java.time.Duration;

/**
 * How long a task waits for its host.
 *
 * @param takenUp schedule-to-start timeout of a step, before the host is probed
 * @param busy the longest such timeout for a busy host: each retry adds some events to the history
 * @param ending schedule-to-start timeout for a step of a task that is to end, and then for the probe
 * @param lost wait for a lost host before a person is asked; longer than a machine takes to restart
 */
public record HostPatience(Duration takenUp, Duration busy, Duration ending, Duration lost) {
    public static final HostPatience DEFAULT = new HostPatience(
            Duration.ofMinutes(2), Duration.ofMinutes(16), Duration.ofSeconds(5), Duration.ofMinutes(10));

    /** Twice the previous timeout, for a busy host. */
    public Duration longer(Duration before) {
        Duration twice = before.multipliedBy(2);
        return twice.compareTo(busy) < 0 ? twice : busy;
    }
}
