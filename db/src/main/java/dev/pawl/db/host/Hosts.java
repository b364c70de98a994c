package dev.pawl.db.host;

import java.time.Duration;
import java.util.List;
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

    /** Hosts that were seen within a time, or have tasks that have not ended; in order. */
    public List<String> toAsk(Duration lately) {
        return jdbc.sql(TO_ASK)
                .param("seconds", (double) lately.toSeconds())
                .query(String.class)
                .list();
    }
}
