package dev.pawl.events.testing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** Events of tests, and what a database has of them. */
public final class Events {
    public static final UUID SESSION = UUID.fromString("3f2b8c1e-5d4a-4a3e-9b2f-0c1d2e3f4a5b");

    private Events() {}

    /** A valid event with its number as progress. */
    public static byte[] valid(String id, int number) {
        return valid(id, number, SESSION);
    }

    public static byte[] valid(String id, int number, UUID session) {
        return """
                {"id":"%s","type":"execution_log","session_id":"%s","occurred_at":"2026-01-31T12:00:00Z",\
                "status":"open","progress":%d}""".formatted(id, session, number % 101).getBytes(StandardCharsets.UTF_8);
    }

    /** Valid on any topic but those of actions and logs, which need more. */
    public static byte[] untyped(String id) {
        return """
                {"id":"%s","session_id":"%s","occurred_at":"2026-01-31T12:00:00Z"}""".formatted(id, SESSION).getBytes(StandardCharsets.UTF_8);
    }

    /** Ids in the order of their arrival. */
    public static List<String> stored(TestDatabase database) {
        return database.jdbc()
                .sql("select id from agent_event order by position")
                .query(String.class)
                .list();
    }

    public static long dead(TestDatabase database) {
        return database.jdbc()
                .sql("select count(*) from dead_letter")
                .query(Long.class)
                .single();
    }

    /** Before each test of a shared database. */
    public static void clear(TestDatabase database) {
        database.jdbc().sql("truncate agent_event, dead_letter").update();
    }
}
