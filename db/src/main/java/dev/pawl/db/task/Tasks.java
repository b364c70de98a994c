package dev.pawl.db.task;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/**
 * The tasks. Every write is idempotent. Once a task is finished, no write of its progress changes it; the first outcome
 * stays.
 */
public interface Tasks extends Repository<TaskRow, String>, TaskWrites, TaskListing {
    @Query("select * from task where id = :id")
    Optional<TaskRow> find(String id);

    /** When its row, its events or its open session last changed; empty for an unknown task. */
    @Query("""
            select greatest(
                task.updated_at,
                (select created_at from event where task_id = task.id order by seq desc limit 1),
                (select max(seen_at) from session where task_id = task.id and status = 'open'))
            from task where id = :id
            """)
    Optional<Instant> lastChange(String id);

    /**
     * Stores the task's progress. Use {@link #finish(String, TaskResult)} for a final status.
     *
     * @return false for an unknown or finished task, which is not changed
     */
    @Modifying
    @Query("""
            update task set status = :status, iteration = :iteration, phase = :phase, detail = :detail,
                            updated_at = clock_timestamp()
            where id = :id and finished_at is null
            """)
    boolean progress(String id, String status, int iteration, String phase, String detail);

    /**
     * Moves the task and takes the next fence, so that further writes of the lost host are refused.
     *
     * @return false for a task that is on another host, unknown or finished
     */
    @Modifying
    @Query("""
            update task set host_id = :to, fence = fence + 1, updated_at = clock_timestamp()
            where id = :id and host_id = :from and finished_at is null
            """)
    boolean move(String id, String from, String to);

    /**
     * The last snapshot and its difference from the base.
     *
     * @return false for an unknown or finished task
     */
    @Modifying
    @Query("""
            update task set snapshot = :snapshot, diff_files = :files, diff_added = :added, diff_removed = :removed,
                            patch_ref = :patchRef, updated_at = clock_timestamp()
            where id = :id and finished_at is null
            """)
    boolean assessed(String id, String snapshot, int files, int added, int removed, @Nullable String patchRef);

    @Query("select id from task order by created_at desc, id desc limit 1000")
    List<String> newestIds();

    /** Ids similar to {@code id}, nearest first; searches the newest 1000 tasks. */
    default List<String> closestIds(String id, int limit) {
        return ClosestIds.to(id, newestIds(), limit);
    }

    /** At most six rows: the stored totals by status and the open session. One statement, so a consistent snapshot. */
    @Query("""
            select status, sessions, input_tokens, output_tokens, cache_read_tokens, cache_write_tokens,
                   cost_usd, turns, duration_millis, estimated_usd, unpriced
            from session_total where task_id = :id
            union all
            select status, 1, input_tokens, output_tokens, cache_read_tokens, cache_write_tokens, cost_usd, turns, 0,
                   estimated_usd, case when cost_usd is null and pid is not null then 1 else 0 end
            from session where task_id = :id and status = 'open'
            """)
    List<StatusSum> sums(String id);

    /**
     * Sums over the task's sessions; zeros for a task without any. The cost does not depend on the number of sessions.
     */
    default TaskTotals totals(String id) {
        return StatusSum.total(sums(id));
    }
}
