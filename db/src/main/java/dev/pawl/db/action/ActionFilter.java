package dev.pawl.db.action;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Selects actions of a task.
 *
 * @param kinds empty means all
 * @param session absent means all
 */
public record ActionFilter(List<String> kinds, @Nullable UUID session) {
    public static final ActionFilter ALL = new ActionFilter(List.of(), null);

    public ActionFilter {
        kinds = List.copyOf(kinds);
    }

    String sql() {
        return (kinds.isEmpty() ? "" : " and action.kind = any(:kinds)")
                + (session == null ? "" : " and action.session_id = :session");
    }
}
