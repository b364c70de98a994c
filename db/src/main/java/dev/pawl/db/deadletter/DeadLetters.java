package dev.pawl.db.deadletter;

import dev.pawl.db.column.Columns;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Dead letters. None is ever removed; a person closes it by replaying or discarding it. */
public final class DeadLetters {
    private static final String STORE = """
            insert into dead_letter (
                topic, partition_number, position, key, value, headers, attempts, error_class, reason, digest)
            values (
                :topic, :partition, :position, cast(:key as bytea), cast(:value as bytea), cast(:headers as json),
                :attempts, :errorClass, :reason, :digest)
            on conflict on constraint dead_letter_stored_once do nothing
            """;

    private static final String ROW = """
            select id, topic, partition_number, position, attempts, error_class, reason, state, created_at, closed_at,
                closed_by
            from dead_letter
            """;

    private static final String CONTENT = "select key, value, headers from dead_letter where id = :id";

    private static final String CLOSE = """
            update dead_letter set state = :state, closed_at = clock_timestamp(), closed_by = :person
            where id = :id and state = 'open'
            """;

    private static final String FAILED_AGAIN = """
            update dead_letter set attempts = attempts + 1, error_class = :errorClass, reason = :reason
            where id = :id and state = 'open'
            """;

    private final JdbcClient jdbc;

    public DeadLetters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores dead letters. Has no effect for a record that was stored before. */
    public void store(List<NewDeadLetter> letters) {
        letters.forEach(this::store);
    }

    private void store(NewDeadLetter letter) {
        jdbc.sql(STORE)
                .param("topic", Columns.storable(letter.topic()))
                .param("partition", letter.partition())
                .param("position", letter.position())
                .param("key", letter.key())
                .param("value", letter.value())
                .param("headers", letter.headers())
                .param("attempts", letter.attempts())
                .param("errorClass", Columns.storable(letter.errorClass()))
                .param("reason", Columns.storable(letter.reason()))
                .param("digest", letter.digest())
                .update();
    }

    /**
     * Dead letters in the order they were stored.
     *
     * @param state only of this state; null for all
     * @param id of the last one seen; 0 for the beginning
     */
    public List<DeadLetterRow> after(@Nullable String state, long id, int limit) {
        return jdbc.sql(ROW + """
                        where id > :id and (cast(:state as text) is null or state = :state)
                        order by id
                        limit :limit
                        """)
                .param("id", id)
                .param("state", state)
                .param("limit", limit)
                .query(DeadLetterRow.class)
                .list();
    }

    public Optional<DeadLetterRow> find(long id) {
        return jdbc.sql(ROW + "where id = :id")
                .param("id", id)
                .query(DeadLetterRow.class)
                .optional();
    }

    /** The same, locked until the end of the transaction. */
    public Optional<DeadLetterRow> lock(long id) {
        return jdbc.sql(ROW + "where id = :id for update")
                .param("id", id)
                .query(DeadLetterRow.class)
                .optional();
    }

    /** The content of an existing dead letter. */
    public DeadLetterContent content(long id) {
        return jdbc.sql(CONTENT).param("id", id).query(DeadLetterContent.class).single();
    }

    /** @return false if it is not open */
    public boolean replayed(long id, String person) {
        return close(id, "replayed", person);
    }

    /** @return false if it is not open */
    public boolean discarded(long id, String person) {
        return close(id, "discarded", person);
    }

    private boolean close(long id, String state, String person) {
        return jdbc.sql(CLOSE)
                        .param("id", id)
                        .param("state", state)
                        .param("person", Columns.storable(person))
                        .update()
                > 0;
    }

    /** Records that a replay failed. */
    public void failedAgain(long id, String errorClass, String reason) {
        jdbc.sql(FAILED_AGAIN)
                .param("id", id)
                .param("errorClass", errorClass)
                .param("reason", Columns.storable(reason))
                .update();
    }
}
