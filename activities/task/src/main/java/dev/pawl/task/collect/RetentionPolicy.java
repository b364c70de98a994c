package dev.pawl.task.collect;

import java.time.Duration;

/**
 * Retention times.
 *
 * @param content since a content was last stored, if nothing refers to it; at least a day, so that its writer has
 *     stored the reference by then
 * @param snapshots since the task ended
 * @param tasks since the task ended; not shorter than {@code snapshots}
 */
public record RetentionPolicy(Duration content, Duration snapshots, Duration tasks) {
    /** Minimum of each: much longer than any step takes. */
    public static final Duration LEAST = Duration.ofDays(1);
}
