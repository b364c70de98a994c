package dev.pawl.chaos.matrix;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lets somebody hold up one write of one task whose key is not known beforehand: a trigger that asks for a lock by the
 * task's name, which nobody has unless a {@link Gate} took it.
 */
final class PromptTrigger {
    private PromptTrigger() {}

    /** Idempotent. Where it is there already no lock is taken on the table, in which somebody may be held up. */
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
