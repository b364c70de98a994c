package dev.pawl.db.action;

import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/**
 * Actions of agents. The newest {@value #KEPT} of a session are kept. Every change takes the task's next position, so a
 * reader who has seen all changes up to one position has missed none. Deleted with their session.
 */
public interface Actions extends Repository<ActionRow, ActionRow.Key>, ActionWrites, ActionListing {
    int KEPT = 2_000;

    /** Position of the newest change of a task's actions; 0 if there is none. */
    @Query("select coalesce((select action_seq from task where id = :taskId), 0)")
    long position(String taskId);

    /** The last action of the agent that works on the task. */
    @Query("""
            select action.*, session.fence, session.iteration
            from agent_action action join session on session.id = action.session_id
            where session.task_id = :taskId and session.status = 'open' order by action.number desc limit 1
            """)
    Optional<ActionRow> newest(String taskId);
}
