package dev.pawl.db.task;

import org.jspecify.annotations.Nullable;

/**
 * How a task ended.
 *
 * @param status a final one
 * @param snapshot absent keeps the last known one
 * @param delivery its state, as in the database constraint
 * @param deliveryDetail one line for people; empty for {@code none}
 */
public record TaskResult(
        String status,
        String cause,
        String reason,
        @Nullable String snapshot,
        String delivery,
        String deliveryDetail) {}
