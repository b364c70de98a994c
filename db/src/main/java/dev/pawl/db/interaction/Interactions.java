package dev.pawl.db.interaction;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Prompts and replies. */
public final class Interactions {
    private static final String STORE = """
            insert into interaction (session_id, kind, task_id, iteration, content_ref)
            values (:sessionId, :kind, :taskId, :iteration, :content)
            on conflict (session_id, kind) do update set content_ref = excluded.content_ref
            """;

    private final JdbcClient jdbc;

    public Interactions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Stores one side of a session; storing it again replaces it. The session's row has to be there.
     *
     * @param kind {@code prompt} or {@code reply}
     * @param contentRef SHA-256 in the content store
     */
    public void store(UUID sessionId, String taskId, int iteration, String kind, String contentRef) {
        jdbc.sql(STORE)
                .param("sessionId", sessionId)
                .param("kind", kind)
                .param("taskId", taskId)
                .param("iteration", iteration)
                .param("content", contentRef)
                .update();
    }

    /** All of a task, by iteration, then in the order they were stored. */
    public List<InteractionRow> list(String taskId) {
        return jdbc.sql("select * from interaction where task_id = :taskId order by iteration, created_at, kind")
                .param("taskId", taskId)
                .query(InteractionRow::of)
                .list();
    }
}
