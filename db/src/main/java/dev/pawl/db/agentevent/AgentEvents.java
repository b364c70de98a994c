package dev.pawl.db.agentevent;

import dev.pawl.db.column.Columns;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The events that agents report. Each is stored once, however often it is delivered. */
public final class AgentEvents {
    // Arrays of text are cast here: the driver accepts no null in arrays of numbers.
    private static final String STORE = """
            insert into agent_event (
                id, type, session_id, task_id, agent, status, action, progress, duration_millis, occurred_at, data,
                digest, source)
            select id, type, session_id, task_id, agent, status, action, progress, duration_millis, occurred_at,
                cast(data as json), digest, source
            from unnest(
                :ids, :types, cast(:sessions as uuid[]), :tasks, :agents, :statuses, :actions,
                cast(:progress as double precision[]), cast(:durations as bigint[]), cast(:times as timestamptz[]),
                :data, :digests, :sources)
                with ordinality as given (
                    id, type, session_id, task_id, agent, status, action, progress, duration_millis, occurred_at, data,
                    digest, source, place)
            order by place
            on conflict (id) do nothing
            """;

    // A statement of its own, which sees what other transactions stored meanwhile.
    private static final String TAKEN = """
            select given.place - 1
            from unnest(:ids, :digests) with ordinality as given (id, digest, place)
            join agent_event stored on stored.id = given.id
            where stored.digest <> given.digest
            """;

    private static final String OF_SESSION = """
            select id, position, type, session_id, task_id, agent, status, action, progress, duration_millis,
                occurred_at, data, source, received_at
            from agent_event
            where session_id = :session and position > :after
            order by position
            limit :limit
            """;

    private final JdbcClient jdbc;

    public AgentEvents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Stores events in order, as one statement: all or, if it throws, none. Has no effect for one that was stored
     * before. Requires a transaction.
     *
     * @return places in the list of the events whose id belongs to a different event, which are not stored
     */
    public Set<Integer> store(List<NewAgentEvent> events) {
        if (events.isEmpty()) {
            return Set.of();
        }
        @Nullable String[] ids = texts(events, NewAgentEvent::id);
        @Nullable String[] digests = texts(events, NewAgentEvent::digest);
        jdbc.sql(STORE)
                .param("ids", ids)
                .param("types", texts(events, NewAgentEvent::type))
                .param("sessions", texts(events, NewAgentEvent::sessionId))
                .param("tasks", texts(events, NewAgentEvent::taskId))
                .param("agents", texts(events, NewAgentEvent::agent))
                .param("statuses", texts(events, NewAgentEvent::status))
                .param("actions", texts(events, NewAgentEvent::action))
                .param("progress", texts(events, NewAgentEvent::progress))
                .param("durations", texts(events, NewAgentEvent::durationMillis))
                .param("times", texts(events, NewAgentEvent::occurredAt))
                .param("data", texts(events, NewAgentEvent::data))
                .param("digests", digests)
                .param("sources", texts(events, NewAgentEvent::source))
                .update();
        return jdbc.sql(TAKEN)
                .param("ids", ids)
                .param("digests", digests)
                .query(Integer.class)
                .set();
    }

    private static @Nullable String[] texts(
            List<NewAgentEvent> events, Function<NewAgentEvent, @Nullable Object> value) {
        @Nullable String[] texts = new String[events.size()];
        for (int i = 0; i < texts.length; i++) {
            Object given = value.apply(events.get(i));
            texts[i] = given == null ? null : Columns.storable(given.toString());
        }
        return texts;
    }

    /**
     * Events of a session in the order of their arrival.
     *
     * @param position of the last one seen; 0 for the beginning
     */
    public List<AgentEventRow> after(UUID sessionId, long position, int limit) {
        return jdbc.sql(OF_SESSION)
                .param("session", sessionId)
                .param("after", position)
                .param("limit", limit)
                .query(AgentEventRow.class)
                .list();
    }
}
