package dev.pawl.db.plan;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A package of a plan.
 *
 * @param request JSON; absent in a write that leaves it
 */
public record PackageRow(
        String id,
        @Nullable String request,
        String state,
        String reason,
        boolean paused,
        @Nullable Instant readyAt,
        @Nullable Instant acceptedAt,
        @Nullable Instant integratedAt,
        @Nullable Instant finishedAt,
        @Nullable String integrationCommit) {}
