package dev.pawl.db.plan;

import org.jspecify.annotations.Nullable;

/**
 * How a plan ended.
 *
 * @param status a final one
 * @param headCommit absent if the integration repository was never opened
 */
public record PlanResult(
        String id,
        String status,
        String cause,
        String reason,
        @Nullable String headCommit,
        String delivery,
        String deliveryDetail) {}
