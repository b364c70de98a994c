package dev.pawl.db.task;

import org.jspecify.annotations.Nullable;

/**
 * Which tasks to list; what is absent does not restrict.
 *
 * @param label one the task must carry
 * @param text part of the id or title, in any case
 */
public record TaskFilter(
        @Nullable String status,
        @Nullable String label,
        @Nullable String text) {
    public static final TaskFilter ALL = new TaskFilter(null, null, null);
}
