package dev.pawl.workflows.task.host;

import java.time.Duration;

/**
 * How long a task waits for its host.
 *
 * @param takenUp for it to take up a step, before it is asked whether it is there
 * @param busy the same, at most, for one that is there and busy: each time costs some events of the history
 * @param ending for a step of a task that is to end, and then for the host to say that it is there
 * @param lost for one that is gone, before a person is asked; longer than a machine takes to restart
 */
public record HostPatience(Duration takenUp, Duration busy, Duration ending, Duration lost) {
    public static final HostPatience DEFAULT = new HostPatience(
            Duration.ofMinutes(2), Duration.ofMinutes(16), Duration.ofSeconds(5), Duration.ofMinutes(10));

    /** Twice as long as before, for a busy host. */
    public Duration longer(Duration before) {
        Duration twice = before.multipliedBy(2);
        return twice.compareTo(busy) < 0 ? twice : busy;
    }
}
