package dev.pawl.gateway.watch;

import dev.pawl.api.v1.TaskStatus;
import java.time.Duration;

/**
 * How a task is followed.
 *
 * @param poll how often changes are looked for that no notification of the database reported
 * @param heartbeat how often a silent reader hears something
 */
public record Pace(Duration poll, Duration heartbeat) {
    /** Progress changes with every word of an agent; a person reads it once a second. */
    static final Duration PROGRESS = Duration.ofSeconds(1);

    /** A task's status and its last event are two writes. */
    static final Duration LAST_EVENT = Duration.ofSeconds(2);

    /** A person has to act, or a provider's quota to reset. */
    private static final Duration WAITING = Duration.ofMinutes(5);

    /** Work is under way, and the engine may know why it makes no progress. */
    private static final Duration WORKING = Duration.ofSeconds(5);

    /** How long what is known of a task in that status holds if no change of it is reported. */
    static Duration unchanged(TaskStatus status) {
        return switch (status) {
            case TASK_STATUS_SUBMITTED, TASK_STATUS_RUNNING, TASK_STATUS_UNSPECIFIED, UNRECOGNIZED -> WORKING;
            case TASK_STATUS_WAITING,
                    TASK_STATUS_PAUSED,
                    TASK_STATUS_PARKED,
                    TASK_STATUS_ACCEPTED,
                    TASK_STATUS_PARTIAL,
                    TASK_STATUS_REJECTED,
                    TASK_STATUS_FAILED,
                    TASK_STATUS_CANCELLED -> WAITING;
        };
    }
}
