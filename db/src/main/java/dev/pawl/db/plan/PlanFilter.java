package dev.pawl.db.plan;

import org.jspecify.annotations.Nullable;

/**
 * Which plans to list.
 *
 * @param status absent means all
 * @param label absent means all
 * @param text part of the id or the title, ignoring case; absent means all
 */
public record PlanFilter(
        @Nullable String status,
        @Nullable String label,
        @Nullable String text) {}
