package dev.pawl.db.action;

import dev.pawl.db.column.Columns;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What agents did. Of a session the newest {@value #KEPT} are kept. Every change of an action takes the task's next
 * position, so a reader who has seen all up to one position has missed nothing. A session's actions go with it.
 */
public final class Actions {
    public static final int KEPT = 2_000;
    private static final int MAX_LIMIT = 1000;

    private static final String LOCK = "select 1 from task where id = :taskId for no key update";

    private static final String CURRENT =
            "select 1 from session where id = :session and fence = :fence and status = 'open' for key share";

    private static final String POSITIONS =
            "update task set action_seq = action_seq + :count where id = :taskId returning action_seq - :count";

    private static final String STORE = """
            insert into agent_action as action (session_id, number, task_id, position, kind, tool, text, outcome)
            select :session, number, :taskId, :position + place, kind, tool, text, outcome
            from unnest(:numbers, :kinds, :tools, :texts, :outcomes)
                with ordinality as new (number, kind, tool, text, outcome, place)
            on conflict (session_id, number) do update set
                position = excluded.position, outcome = excluded.outcome, updated_at = clock_timestamp()
            where action.outcome is distinct from excluded.outcome
            """;

    private static final String FORGET = """
            delete from agent_action
            where session_id = :session
              and number <= (select max(number) from agent_action where session_id = :session) - :kept
            """;

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

    private static final String NEWEST = SELECT + """
            where session.task_id = :taskId and session.status = 'open' order by action.number desc limit 1
            """;

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    public Actions(JdbcClient jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /**
     * Stores actions of an open session. One that is there gets its outcome; storing the same again changes nothing.
     *
     * @return false, and nothing is stored, if the session has ended or a newer one has taken over
     */
    public boolean store(String taskId, UUID session, long fence, List<NewAction> actions) {
        return Objects.requireNonNull(transactions.execute(status -> storeLocked(taskId, session, fence, actions)));
    }

    /** Under the lock of the task, no position is seen before one that is smaller. */
    private boolean storeLocked(String taskId, UUID session, long fence, List<NewAction> actions) {
        jdbc.sql(LOCK).param("taskId", taskId).query(Integer.class).list();
        boolean current = jdbc.sql(CURRENT)
                .param("session", session)
                .param("fence", fence)
                .query(Integer.class)
                .optional()
                .isPresent();
        if (current && !actions.isEmpty()) {
            long position = jdbc.sql(POSITIONS)
                    .param("taskId", taskId)
                    .param("count", actions.size())
                    .query(Long.class)
                    .single();
            insert(taskId, session, position, actions);
            jdbc.sql(FORGET).param("session", session).param("kept", KEPT).update();
        }
        return current;
    }

    private void insert(String taskId, UUID session, long position, List<NewAction> actions) {
        jdbc.sql(STORE)
                .param("session", session)
                .param("taskId", taskId)
                .param("position", position)
                .param("numbers", actions.stream().map(NewAction::number).toArray(Integer[]::new))
                .param("kinds", texts(actions, NewAction::kind))
                .param("tools", texts(actions, NewAction::tool))
                .param("texts", texts(actions, NewAction::text))
                .param("outcomes", texts(actions, NewAction::outcome))
                .update();
    }

    private static @Nullable String[] texts(List<NewAction> actions, Function<NewAction, @Nullable String> text) {
        return actions.stream().map(text).map(Columns::text).toArray(String[]::new);
    }

    /**
     * Actions of a task in the order of its sessions and their work.
     *
     * @param limit 1 to 1000
     * @param pageToken of the page before; absent for the first
     * @throws IllegalArgumentException for a limit out of range or a token that no page gave
     */
    public ActionPage list(String taskId, ActionFilter filter, int limit, @Nullable String pageToken) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit is %d, allowed: 1 to %d".formatted(limit, MAX_LIMIT));
        }
        ActionPlace after = pageToken == null ? ActionPlace.BEGINNING : ActionPlace.parse(pageToken);
        List<ActionRow> rows = filtered(AFTER_PLACE, filter, IN_ORDER)
                .param("taskId", taskId)
                .param("fence", after.fence())
                .param("number", after.number())
                .param("limit", limit + 1)
                .query(ActionRow::of)
                .list();
        if (rows.size() <= limit) {
            return new ActionPage(rows, null);
        }
        ActionRow last = rows.get(limit - 1);
        return new ActionPage(rows.subList(0, limit), new ActionPlace(last.fence(), last.number()).token());
    }

    /**
     * What changed behind a position, in the order of the changes.
     *
     * @param position of the last change seen; 0 for the beginning
     */
    public List<ActionRow> after(String taskId, ActionFilter filter, long position, int limit) {
        return filtered(AFTER_POSITION, filter, BY_POSITION)
                .param("taskId", taskId)
                .param("after", position)
                .param("limit", limit)
                .query(ActionRow::of)
                .list();
    }

    /** Number of the newest change of a task's actions; 0 where there is none. */
    public long position(String taskId) {
        return jdbc.sql("select action_seq from task where id = :taskId")
                .param("taskId", taskId)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** What the agent that works on the task did last. */
    public Optional<ActionRow> newest(String taskId) {
        return jdbc.sql(NEWEST).param("taskId", taskId).query(ActionRow::of).optional();
    }

    private StatementSpec filtered(String select, ActionFilter filter, String order) {
        return jdbc.sql(select + filter.sql() + order)
                .param("kinds", Columns.texts(filter.kinds()))
                .param("session", filter.session());
    }
}
