package dev.pawl.db.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/**
 * The runs of agents. At most one session of a task is open; every opening takes the task's next fence, and a write
 * with an older one has no effect. An ended session never changes. Every write is idempotent.
 */
public interface Sessions extends Repository<SessionRow, UUID>, SessionWrites {
    /**
     * Records the agent's process.
     *
     * @return false if the session has ended or a newer one has taken over
     */
    @Modifying
    @Query("""
            update session set pid = :pid, process_started_at = :startedAt, seen_at = clock_timestamp()
            where id = :id and fence = :fence and status = 'open'
            """)
    boolean started(UUID id, long fence, long pid, Instant startedAt);

    /** Whether the session is open and the newest of its task, so that its process may continue. */
    @Query("""
            select exists (
                select 1 from session join task on task.id = session.task_id
                where session.id = :id and session.status = 'open' and session.fence = task.fence)
            """)
    boolean current(UUID id);

    @Query("select * from session where id = :id")
    Optional<SessionRow> find(UUID id);

    @Query("select * from session where task_id = :taskId and status = 'open'")
    Optional<SessionRow> openOf(String taskId);

    /** All sessions of the task in the order of their opening. */
    @Query("select * from session where task_id = :taskId order by fence")
    List<SessionRow> list(String taskId);

    /** The open sessions of a host, oldest first. */
    @Query("select * from session where host_id = :hostId and status = 'open' order by started_at, id")
    List<SessionRow> listAllOpen(String hostId);

    /** The open sessions of all hosts, oldest first. */
    @Query("select * from session where status = 'open' order by started_at, id")
    List<SessionRow> listOpen();
}
