package dev.pawl.db.action;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Filtered queries of {@link Actions}. */
public interface ActionListing {
    /**
     * Lists actions of a task in the order of its sessions and their work.
     *
     * @param limit 1 to 1000
     * @param pageToken from the previous page; absent for the first
     * @throws IllegalArgumentException for a limit out of range or an invalid token
     */
    ActionPage list(String taskId, ActionFilter filter, int limit, @Nullable String pageToken);

    /**
     * Returns changes after a position, in the order of the changes.
     *
     * @param position of the last change seen; 0 for the beginning
     */
    List<ActionRow> after(String taskId, ActionFilter filter, long position, int limit);
}
