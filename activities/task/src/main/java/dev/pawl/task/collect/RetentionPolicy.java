package dev.pawl.task.collect;

import java.time.Duration;

/**
 * How long what is kept.
 *
 * @param content since it was put last and nothing refers to it; at least a day, so that who put it has referred to it
 * @param snapshots since the task ended
 * @param tasks since the task ended; not shorter than {@code snapshots}
 */
public record RetentionPolicy(Duration content, Duration snapshots, Duration tasks) {
    /** Of everything: much longer than any step takes. */
    public static final Duration LEAST = Duration.ofDays(1);
}
