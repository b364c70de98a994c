package dev.pawl.db.action;

import dev.pawl.db.column.Columns;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Queries by page token or position, with only the requested conditions. */
public final class JdbcActionListing implements ActionListing {
    private static final int MAX_LIMIT = 1000;

    private static final String SELECT = """
            select action.*, session.fence, session.iteration
            from agent_action action join session on session.id = action.session_id
            """;

    private static final String AFTER_PLACE = SELECT + """
            where session.task_id = :taskId and session.fence >= :fence
              and (session.fence > :fence or action.number > :number)
            """;

    private static final String IN_ORDER = " order by session.fence, action.number limit :limit";

    private static final String AFTER_POSITION = SELECT + "where action.task_id = :taskId and action.position > :after";

    private static final String BY_POSITION = " order by action.position limit :limit";

    private final JdbcClient jdbc;
    private final RowMapper<? extends ActionRow> rows;

    public JdbcActionListing(JdbcClient jdbc, RowMapper<? extends ActionRow> rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    @Override
    public ActionPage list(String taskId, ActionFilter filter, int limit, @Nullable String pageToken) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit is %d, allowed: 1 to %d".formatted(limit, MAX_LIMIT));
        }
        ActionPlace after = pageToken == null ? ActionPlace.BEGINNING : ActionPlace.parse(pageToken);
        List<ActionRow> actions = of(filtered(AFTER_PLACE, filter, IN_ORDER)
                .param("taskId", taskId)
                .param("fence", after.fence())
                .param("number", after.number())
                .param("limit", limit + 1));
        if (actions.size() <= limit) {
            return new ActionPage(actions, null);
        }
        ActionRow last = actions.get(limit - 1);
        return new ActionPage(actions.subList(0, limit), new ActionPlace(last.fence(), last.number()).token());
    }

    @Override
    public List<ActionRow> after(String taskId, ActionFilter filter, long position, int limit) {
        return of(filtered(AFTER_POSITION, filter, BY_POSITION)
                .param("taskId", taskId)
                .param("after", position)
                .param("limit", limit));
    }

    private List<ActionRow> of(StatementSpec statement) {
        return List.copyOf(statement.query(rows).list());
    }

    private StatementSpec filtered(String select, ActionFilter filter, String order) {
        return jdbc.sql(select + filter.sql() + order)
                .param("kinds", Columns.texts(filter.kinds()))
                .param("session", filter.session());
    }
}
