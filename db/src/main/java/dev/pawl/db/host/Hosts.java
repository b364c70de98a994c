package dev.pawl.db.host;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The hosts whose workers were seen. */
public final class Hosts {
    private static final String SEEN = """
            insert into host (id) values (:id)
            on conflict (id) do update set seen_at = clock_timestamp()
            """;

    private static final String TO_ASK = """
            select id from host where seen_at > clock_timestamp() - make_interval(secs => :seconds)
            union
            select host_id from task where finished_at is null and host_id is not null
            order by 1
            """;

    private final JdbcClient jdbc;

    public Hosts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes that a worker of the host lives. */
    public void seen(String id) {
        jdbc.sql(SEEN).param("id", id).update();
    }

    /** When a worker of the host noted last that it lives; empty for a host that never had one. */
    public Optional<Instant> seenAt(String id) {
        return jdbc.sql("select seen_at from host where id = :id")
                .param("id", id)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** Hosts that were seen within a time, or have tasks that have not ended; in order. */
    public List<String> toAsk(Duration lately) {
        return jdbc.sql(TO_ASK)
                .param("seconds", (double) lately.toSeconds())
                .query(String.class)
                .list();
    }
}
