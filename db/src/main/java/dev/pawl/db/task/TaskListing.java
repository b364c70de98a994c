package dev.pawl.db.task;

import org.jspecify.annotations.Nullable;

/** Pages of {@link Tasks}. */
public interface TaskListing {
    /**
     * Tasks, newest first.
     *
     * @param limit of this page, 1 to 1000
     * @param pageToken of the page before; absent for the first page
     * @throws IllegalArgumentException for a limit out of range or a token that no page gave
     */
    TaskPage list(TaskFilter filter, int limit, @Nullable String pageToken);
}
