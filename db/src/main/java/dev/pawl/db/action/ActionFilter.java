package dev.pawl.db.action;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which actions of a task.
 *
 * @param kinds only these; empty means all
 * @param session only of this one; absent means all
 */
public record ActionFilter(List<String> kinds, @Nullable UUID session) {
    public static final ActionFilter ALL = new ActionFilter(List.of(), null);

    public ActionFilter {
        kinds = List.copyOf(kinds);
    }

    // Only the conditions that are asked for.
    String sql() {
        return (kinds.isEmpty() ? "" : " and action.kind = any(:kinds)")
                + (session == null ? "" : " and action.session_id = :session");
    }
}
