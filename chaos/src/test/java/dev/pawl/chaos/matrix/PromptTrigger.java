package dev.pawl.chaos.matrix;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Allows blocking one write of one task whose key is not known in advance: a trigger that takes a lock named after the
 * task, which is free unless a {@link Gate} holds it.
 */
final class PromptTrigger {
    private PromptTrigger() {}

    /** Idempotent. If it already exists, no lock is taken on the table, where transactions may be blocked. */
    static synchronized void install(DataSource database) {
        JdbcClient client = JdbcClient.create(database);
        boolean there = client.sql("select exists (select 1 from pg_trigger where tgname = 'held_by_chaos')")
                .query(Boolean.class)
                .single();
        if (!there) {
            client.sql("""
                            create function held_by_chaos() returns trigger language plpgsql as $$
                            begin
                                perform pg_advisory_xact_lock_shared(hashtext(new.task_id));
                                return new;
                            end $$;
                            create trigger held_by_chaos before insert on interaction
                                for each row execute function held_by_chaos()
                            """).update();
        }
    }
}
