package dev.pawl.db.action;

import dev.pawl.db.column.Columns;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Stores a batch in one fenced statement, with the task locked. */
public final class JdbcActionWrites implements ActionWrites {
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

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    public JdbcActionWrites(JdbcClient jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Override
    public boolean store(String taskId, UUID session, long fence, List<NewAction> actions) {
        return Objects.requireNonNull(transactions.execute(status -> storeLocked(taskId, session, fence, actions)));
    }

    /** With the task locked, no position becomes visible before a smaller one. */
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
            jdbc.sql(FORGET)
                    .param("session", session)
                    .param("kept", Actions.KEPT)
                    .update();
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
}
