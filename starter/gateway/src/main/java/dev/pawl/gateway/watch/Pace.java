package dev.pawl.gateway.watch;

import dev.pawl.api.v1.TaskStatus;
import java.time.Duration;

/**
 * Timing of watches.
 *
 * @param poll how often the database is polled for changes without a notification
 * @param heartbeat how often a watch without changes sends a heartbeat
 */
public record Pace(Duration poll, Duration heartbeat) {
    /** Progress changes with every message of an agent; once a second is enough for a person. */
    static final Duration PROGRESS = Duration.ofSeconds(1);

    /** A task's status and its last event are two writes. */
    static final Duration LAST_EVENT = Duration.ofSeconds(2);

    /** A person has to act, or a usage limit to reset. */
    private static final Duration WAITING = Duration.ofMinutes(5);

    /** Work is running, and the engine may know why it makes no progress. */
    private static final Duration WORKING = Duration.ofSeconds(5);

    /** How long the progress of a task in that status stays valid without a reported change. */
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
