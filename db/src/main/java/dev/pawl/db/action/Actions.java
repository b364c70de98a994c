package dev.pawl.db.action;

import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/**
 * What agents did. Of a session the newest {@value #KEPT} are kept. Every change of an action takes the task's next
 * position, so a reader who has seen all up to one position has missed nothing. A session's actions go with it.
 */
public interface Actions extends Repository<ActionRow, ActionRow.Key>, ActionWrites, ActionListing {
    int KEPT = 2_000;

    /** Number of the newest change of a task's actions; 0 where there is none. */
    @Query("select coalesce((select action_seq from task where id = :taskId), 0)")
    long position(String taskId);

    /** What the agent that works on the task did last. */
    @Query("""
            select action.*, session.fence, session.iteration
            from agent_action action join session on session.id = action.session_id
            where session.task_id = :taskId and session.status = 'open' order by action.number desc limit 1
            """)
    Optional<ActionRow> newest(String taskId);
}
