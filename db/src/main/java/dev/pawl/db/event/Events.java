package dev.pawl.db.event;

import dev.pawl.db.NotFoundException;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The events of tasks. A reader who has seen number n has missed none before it. Events are appended with their task
 * locked, in the transaction of the rows that they describe; therefore this is not a repository.
 */
public final class Events {
    private static final String LOCK = "select 1 from task where id = :taskId for no key update";

    private static final String SEQ_OF = "select seq from event where task_id = :taskId and event_id = :eventId";

    private static final String ENDED =
            "select seq from event where task_id = :taskId and type = 'task_finished' order by seq limit 1";

    private static final String APPEND = """
            with counted as (
                update task set event_seq = event_seq + 1 where id = :taskId returning id, event_seq)
            insert into event (task_id, seq, event_id, type, payload)
            select id, event_seq, :eventId, :type, cast(:payload as json) from counted
            returning seq
            """;

    // Skips the events that append skips.
    private static final String APPEND_ALL = """
            with given as (
                select * from unnest(:ids, :types, :payloads) with ordinality as given (event_id, type, payload, place)),
            new as (
                select event_id, type, payload, row_number() over (order by place) as number
                from given
                where not exists (select from event where task_id = :taskId and event.event_id = given.event_id)
                  and not exists (select from event where task_id = :taskId and type = 'task_finished')),
            counted as (
                update task set event_seq = event_seq + (select count(*) from new)
                where id = :taskId and exists (select from new)
                returning id, event_seq - (select count(*) from new) as seq)
            insert into event (task_id, seq, event_id, type, payload)
            select counted.id, counted.seq + new.number, new.event_id, new.type, cast(new.payload as json)
            from counted, new
            """;

    private final EventRows rows;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    public Events(EventRows rows, JdbcClient jdbc, TransactionOperations transactions) {
        this.rows = rows;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /**
     * Appends an event. Has no effect for an event that was stored before, or after the task's end: whatever still runs
     * then has nothing to report.
     *
     * @param eventId chosen by the producer, at most 300 characters, unique within the task and the same when repeated
     * @param type one of the event vocabulary; a database constraint refuses others
     * @param payload JSON
     * @return the event's number within the task; if it came too late, the number of the task's end
     * @throws NotFoundException for an unknown task
     */
    public long append(String eventId, String taskId, String type, String payload) {
        return Objects.requireNonNull(transactions.execute(status -> appendLocked(eventId, taskId, type, payload)));
    }

    /**
     * Appends events in order, as {@link #append} does each.
     *
     * @param events with different ids
     * @throws NotFoundException for an unknown task
     */
    public void appendAll(String taskId, List<NewEvent> events) {
        transactions.executeWithoutResult(status -> {
            lock(taskId);
            jdbc.sql(APPEND_ALL)
                    .param("taskId", taskId)
                    .param("ids", texts(events, NewEvent::eventId))
                    .param("types", texts(events, NewEvent::type))
                    .param("payloads", texts(events, NewEvent::payload))
                    .update();
        });
    }

    private static String[] texts(List<NewEvent> events, Function<NewEvent, String> text) {
        return events.stream().map(text).toArray(String[]::new);
    }

    /**
     * Runs work and its events in one transaction. The task's row is locked first, as in every other write that locks
     * it together with rows of the task.
     *
     * @throws NotFoundException for an unknown task
     */
    public <T extends @Nullable Object> T together(String taskId, Supplier<T> work) {
        return transactions.execute(status -> {
            lock(taskId);
            return work.get();
        });
    }

    /**
     * The same for work that first creates the task's row, or locks it by a change.
     *
     * @throws NotFoundException for an event of a task that then has no row
     */
    public <T extends @Nullable Object> T beginning(Supplier<T> work) {
        return transactions.execute(status -> work.get());
    }

    /** With the task locked, the statement sees all events appended before, so no number is used twice or skipped. */
    private long appendLocked(String eventId, String taskId, String type, String payload) {
        lock(taskId);
        return jdbc.sql(SEQ_OF)
                .param("taskId", taskId)
                .param("eventId", eventId)
                .query(Long.class)
                .optional()
                .or(() -> jdbc.sql(ENDED)
                        .param("taskId", taskId)
                        .query(Long.class)
                        .optional())
                .orElseGet(() -> insert(eventId, taskId, type, payload));
    }

    private void lock(String taskId) {
        if (jdbc.sql(LOCK).param("taskId", taskId).query(Integer.class).list().isEmpty()) {
            throw new NotFoundException("task", taskId);
        }
    }

    private long insert(String eventId, String taskId, String type, String payload) {
        return jdbc.sql(APPEND)
                .param("taskId", taskId)
                .param("eventId", eventId)
                .param("type", type)
                .param("payload", payload)
                .query(Long.class)
                .single();
    }

    /**
     * Events of a task in order.
     *
     * @param seq number of the last one seen; 0 for the beginning
     */
    public List<EventRow> after(String taskId, long seq, int limit) {
        return rows.after(taskId, seq, limit);
    }

    /** Number of the newest event of a task; 0 if there is none. */
    public long last(String taskId) {
        return rows.last(taskId);
    }
}
