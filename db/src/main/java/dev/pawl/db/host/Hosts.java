package dev.pawl.db.host;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The known hosts. */
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

    /** Records that a worker of the host is alive. */
    public void seen(String id) {
        jdbc.sql(SEEN).param("id", id).update();
    }

    /** Last sign of life of a worker of the host; empty for a host that never had one. */
    public Optional<Instant> seenAt(String id) {
        return jdbc.sql("select seen_at from host where id = :id")
                .param("id", id)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** Hosts that were seen within a time, or have open tasks; in order. */
    public List<String> toAsk(Duration lately) {
        return jdbc.sql(TO_ASK)
                .param("seconds", (double) lately.toSeconds())
                .query(String.class)
                .list();
    }
}
