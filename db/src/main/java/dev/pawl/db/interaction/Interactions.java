package dev.pawl.db.interaction;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** Prompts and replies. */
public interface Interactions extends Repository<InteractionRow, InteractionRow.Key> {
    /**
     * Stores one side of a session, replacing an earlier one. The session's row must exist.
     *
     * @param kind {@code prompt} or {@code reply}
     * @param contentRef SHA-256 in the content store
     */
    @Modifying
    @Query("""
            insert into interaction (session_id, kind, task_id, iteration, content_ref)
            values (:sessionId, :kind, :taskId, :iteration, :contentRef)
            on conflict (session_id, kind) do update set content_ref = excluded.content_ref
            """)
    void store(UUID sessionId, String taskId, int iteration, String kind, String contentRef);

    /** All of a task, by iteration, then in the order they were stored. */
    @Query("select * from interaction where task_id = :taskId order by iteration, created_at, kind")
    List<InteractionRow> list(String taskId);
}
