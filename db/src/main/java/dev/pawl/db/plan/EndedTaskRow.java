package dev.pawl.db.plan;

import org.jspecify.annotations.Nullable;

/** A task of a plan that has ended. */
public record EndedTaskRow(
        String taskId,
        String packageId,
        int attempt,
        String status,
        String cause,
        String reason,
        @Nullable String baseSnapshot,
        @Nullable String snapshot) {}
