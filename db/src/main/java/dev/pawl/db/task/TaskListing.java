package dev.pawl.db.task;

import org.jspecify.annotations.Nullable;

/** Pages of {@link Tasks}. */
public interface TaskListing {
    /**
     * Tasks, newest first.
     *
     * @param limit of this page, 1 to 1000
     * @param pageToken from the previous page; absent for the first page
     * @throws IllegalArgumentException for a limit out of range or an invalid token
     */
    TaskPage list(TaskFilter filter, int limit, @Nullable String pageToken);
}
