package dev.pawl.db.task;

import org.jspecify.annotations.Nullable;

/**
 * Which tasks to list; absent values do not restrict.
 *
 * @param label one that the task must have
 * @param text part of the id or title, ignoring case
 */
public record TaskFilter(
        @Nullable String status,
        @Nullable String label,
        @Nullable String text) {
    public static final TaskFilter ALL = new TaskFilter(null, null, null);
}
