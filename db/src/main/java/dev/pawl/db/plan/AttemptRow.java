package dev.pawl.db.plan;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A task that worked on a package.
 *
 * @param outcome of the task; absent while it runs
 * @param ejection JSON; absent unless its accepted result was not integrated
 */
public record AttemptRow(
        String packageId,
        int number,
        String taskId,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String outcome,
        String reason,
        @Nullable String ejection) {}
