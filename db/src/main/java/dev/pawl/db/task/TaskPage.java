package dev.pawl.db.task;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page, newest first.
 *
 * @param nextPageToken for the next page; absent on the last one
 */
public record TaskPage(List<TaskRow> tasks, @Nullable String nextPageToken) {
    public TaskPage {
        tasks = List.copyOf(tasks);
    }
}
