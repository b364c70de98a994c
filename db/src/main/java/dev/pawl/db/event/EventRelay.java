package dev.pawl.db.event;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Remembers how far the events of each task were published elsewhere. */
public final class EventRelay {
    /** Any number that nothing else locks. */
    private static final long LOCK = 0x7061776C_65767473L;

    private static final String UNRELAYED = """
            select event.task_id, event.seq, event.type, event.payload, event.created_at
            from (
                select task.id, coalesce(event_relay.seq, 0) as seq
                from task left join event_relay on event_relay.task_id = task.id
                where task.event_seq > coalesce(event_relay.seq, 0)
                limit :tasks) behind
            cross join lateral (
                select * from event
                where event.task_id = behind.id and event.seq > behind.seq
                order by event.seq
                limit :events) event
            order by event.task_id, event.seq
            """;

    private static final String RELAYED = """
            insert into event_relay (task_id, seq) values (:task, :seq)
            on conflict (task_id) do update set seq = greatest(event_relay.seq, excluded.seq)
            """;

    private final JdbcClient jdbc;

    public EventRelay(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether this transaction is the only one that publishes, until it ends. */
    public boolean lead() {
        return jdbc.sql("select pg_try_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query(Boolean.class)
                .single();
    }

    /**
     * Events to publish, by task and in order.
     *
     * @param tasks at most so many tasks
     * @param events at most so many of each
     */
    public List<UnrelayedEvent> unrelayed(int tasks, int events) {
        return jdbc.sql(UNRELAYED)
                .param("tasks", tasks)
                .param("events", events)
                .query(UnrelayedEvent.class)
                .list();
    }

    /** Records that the events of a task up to this one are published. Requires its row. */
    public void relayed(String taskId, long seq) {
        jdbc.sql(RELAYED).param("task", taskId).param("seq", seq).update();
    }
}
