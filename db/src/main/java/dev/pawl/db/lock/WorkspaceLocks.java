package dev.pawl.db.lock;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pawl.db.column.Sha256;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One task at a time works in a directory, or in one above or below it; a plan that delivers is one as well. A finished
 * task holds no lock, even if it never released it.
 */
public final class WorkspaceLocks {
    private static final String ACQUIRE = """
            insert into workspace_lock as held (key_hash, key, task_id) values (:hash, :key, :taskId)
            on conflict (key_hash) do update set
                task_id = case when exists (select from task where id = held.task_id and finished_at is null)
                                 or exists (select from plan where id = held.task_id and finished_at is null)
                               then held.task_id else excluded.task_id end
            returning task_id
            """;

    private static final String OVERLAPPING = """
            select held.task_id from workspace_lock held
            where held.task_id <> :taskId
              and (exists (select from task where id = held.task_id and finished_at is null)
                or exists (select from plan where id = held.task_id and finished_at is null))
              and (starts_with(held.key, :key || '/') or starts_with(:key, held.key || '/'))
            limit 1
            """;

    private final JdbcClient jdbc;

    public WorkspaceLocks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Acquires the lock, or finds that the task has it already.
     *
     * @param key path of the directory
     * @return empty if the task has the lock now, else the id of the task that holds the directory, or one above or
     *     below it
     */
    public Optional<String> acquire(String key, String taskId) {
        Optional<String> before = overlapping(key, taskId);
        if (before.isPresent()) {
            return before;
        }
        Optional<String> holder = take(key, taskId);
        if (holder.isPresent()) {
            return holder;
        }
        // A lock that was taken concurrently: each task sees the other's now, and both give way.
        Optional<String> since = overlapping(key, taskId);
        since.ifPresent(other -> release(taskId));
        return since;
    }

    private Optional<String> overlapping(String key, String taskId) {
        return jdbc.sql(OVERLAPPING)
                .param("key", key)
                .param("taskId", taskId)
                .query(String.class)
                .optional();
    }

    private Optional<String> take(String key, String taskId) {
        String holder = jdbc.sql(ACQUIRE)
                .param("hash", Sha256.of(key.getBytes(UTF_8)))
                .param("key", key)
                .param("taskId", taskId)
                .query(String.class)
                .single();
        return Optional.of(holder).filter(Predicate.not(taskId::equals));
    }

    /** Releases all locks of the task. */
    public void release(String taskId) {
        jdbc.sql("delete from workspace_lock where task_id = :taskId")
                .param("taskId", taskId)
                .update();
    }
}
