package dev.pawl.testing;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes the database refuse events of one type of one task while it is open, as if it failed between two statements.
 */
public final class RefusedEvents implements AutoCloseable {
    private final JdbcClient jdbc;
    private final String trigger;

    public RefusedEvents(JdbcClient jdbc, String taskId, String type) {
        this.jdbc = jdbc;
        this.trigger = "\"refuse " + taskId.replaceAll("[^a-z0-9-]", "") + "\"";
        jdbc.sql("""
                create or replace function refuse_event() returns trigger language plpgsql as
                $$ begin raise exception 'refused by a test'; end $$
                """).update();
        jdbc.sql("""
                create trigger %s before insert on event for each row
                when (new.task_id = '%s' and new.type = '%s') execute function refuse_event()
                """.formatted(trigger, taskId, type)).update();
    }

    @Override
    public void close() {
        jdbc.sql("drop trigger %s on event".formatted(trigger)).update();
    }
}
