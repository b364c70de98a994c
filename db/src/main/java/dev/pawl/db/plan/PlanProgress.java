package dev.pawl.db.plan;

import org.jspecify.annotations.Nullable;

/**
 * The state of a plan that has not ended.
 *
 * @param question JSON; absent if none is open
 * @param baseCommit absent until the integration repository is open, like the next two
 */
public record PlanProgress(
        String id,
        String status,
        String reason,
        @Nullable String question,
        @Nullable String baseCommit,
        @Nullable String headCommit,
        @Nullable String directory) {}
