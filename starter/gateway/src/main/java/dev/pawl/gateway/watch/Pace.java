package dev.pawl.gateway.watch;

import java.time.Duration;

/**
 * How a task is followed.
 *
 * @param poll how often new events are looked for
 * @param heartbeat how often a silent reader hears something
 */
public record Pace(Duration poll, Duration heartbeat) {
    /** Progress changes with every word of an agent; a person reads it once a second. */
    static final Duration PROGRESS = Duration.ofSeconds(1);

    /** What keeps a task from going on stays for a while. */
    static final Duration STALL = Duration.ofSeconds(5);

    /** A task's status and its last event are two writes. */
    static final Duration LAST_EVENT = Duration.ofSeconds(2);
}
