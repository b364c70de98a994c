package dev.pawl.db.provider;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tasks that use accounts now or later. */
public final class OpenTasks {
    private static final String ALL = """
            select id, status = 'parked' as parked, (request -> 'agent')::text as agent,
                   (request -> 'fallbacks')::text as fallbacks
            from task where finished_at is null order by created_at, id
            """;

    private final JdbcClient jdbc;

    public OpenTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Oldest first. */
    public List<OpenTask> all() {
        return jdbc.sql(ALL).query(OpenTask.class).list();
    }
}
