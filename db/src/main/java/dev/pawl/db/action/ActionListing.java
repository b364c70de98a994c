package dev.pawl.db.action;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parts of {@link Actions} by a filter. */
public interface ActionListing {
    /**
     * Actions of a task in the order of its sessions and their work.
     *
     * @param limit 1 to 1000
     * @param pageToken of the page before; absent for the first
     * @throws IllegalArgumentException for a limit out of range or a token that no page gave
     */
    ActionPage list(String taskId, ActionFilter filter, int limit, @Nullable String pageToken);

    /**
     * What changed behind a position, in the order of the changes.
     *
     * @param position of the last change seen; 0 for the beginning
     */
    List<ActionRow> after(String taskId, ActionFilter filter, long position, int limit);
}
