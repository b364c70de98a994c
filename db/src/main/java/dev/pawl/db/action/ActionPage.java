package dev.pawl.db.action;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page, in the order of the agents' work.
 *
 * @param nextPageToken for the next page; absent on the last one
 */
public record ActionPage(List<ActionRow> actions, @Nullable String nextPageToken) {
    public ActionPage {
        actions = List.copyOf(actions);
    }
}
