package dev.pawl.db.task;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a listing, newest first.
 *
 * @param nextPageToken asks for what follows; absent on the last page
 */
public record TaskPage(List<TaskRow> tasks, @Nullable String nextPageToken) {
    public TaskPage {
        tasks = List.copyOf(tasks);
    }
}
