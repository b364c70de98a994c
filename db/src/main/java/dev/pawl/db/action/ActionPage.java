package dev.pawl.db.action;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a listing, in the order of the agents' work.
 *
 * @param nextPageToken asks for what follows; absent on the last page
 */
public record ActionPage(List<ActionRow> actions, @Nullable String nextPageToken) {
    public ActionPage {
        actions = List.copyOf(actions);
    }
}
