package dev.pawl.workflows.model.plan;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One task that worked on a package.
 *
 * @param number from 1
 * @param endedAt when its task ended; absent while it runs
 * @param ended how it ended: the task's outcome, and then {@code integrated}, {@code conflict}, {@code red}, {@code
 *     trespass} or {@code empty}; empty while it runs
 * @param reason one line for people; may be empty
 */
public record AttemptView(
        int number,
        String taskId,
        Instant startedAt,
        @Nullable Instant endedAt,
        String ended,
        String reason) {}
