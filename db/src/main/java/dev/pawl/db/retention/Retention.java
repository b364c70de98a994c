package dev.pawl.db.retention;

import dev.pawl.db.column.Columns;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which tasks ended so long ago that what is kept of them may go. A task that has not ended is never among them. */
public final class Retention {
    private static final String ENDED = """
            select id from task
            where finished_at < clock_timestamp() - make_interval(secs => :seconds)
            """;

    private static final String FORGETTABLE = ENDED + """
              and (host_id is null or host_id = any(:hosts))
            order by finished_at limit :limit
            """;

    // Once more under the lock of the row: a reset may have opened it again.
    private static final String FORGET =
            "delete from task where id = :id and finished_at < clock_timestamp() - make_interval(secs => :seconds)";

    private static final String OLDEST_OPEN =
            "select created_at from task where finished_at is null order by created_at limit 1";

    private static final String DATABASE = """
            select to_char(installed_on, 'YYYYMMDD"T"HH24MISS.US') from flyway_schema_history
            order by installed_rank limit 1
            """;

    private final JdbcClient jdbc;

    public Retention(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Tells this database from others, also after it was moved: when its schema was made. A name of a file. */
    public String database() {
        return jdbc.sql(DATABASE).query(String.class).single();
    }

    /** Ids of the tasks that ended longer ago than {@code age}. */
    public List<String> ended(Duration age) {
        return jdbc.sql(ENDED)
                .param("seconds", seconds(age))
                .query(String.class)
                .list();
    }

    /** Whether a task ended longer ago than {@code age}, as it is now: a reset may have opened it again. */
    public boolean ended(String taskId, Duration age) {
        return jdbc.sql(ENDED + " and id = :id")
                .param("seconds", seconds(age))
                .param("id", taskId)
                .query(String.class)
                .optional()
                .isPresent();
    }

    /** The same, those first that ended first, of some hosts and of none. */
    public List<String> ended(Duration age, Collection<String> hosts, int limit) {
        return jdbc.sql(FORGETTABLE)
                .param("seconds", seconds(age))
                .param("hosts", Columns.texts(List.copyOf(hosts)))
                .param("limit", limit)
                .query(String.class)
                .list();
    }

    /** Removes all rows of a task. @return false if there is none, or it did not end longer ago than {@code age} */
    public boolean forget(String taskId, Duration age) {
        return jdbc.sql(FORGET)
                        .param("id", taskId)
                        .param("seconds", seconds(age))
                        .update()
                > 0;
    }

    /** When the oldest task that has not ended was registered; empty if all have ended. */
    public Optional<Instant> oldestOpen() {
        return jdbc.sql(OLDEST_OPEN).query(OffsetDateTime.class).optional().map(OffsetDateTime::toInstant);
    }

    private static double seconds(Duration age) {
        return age.toMillis() / 1000.0;
    }
}
