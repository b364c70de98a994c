package dev.pawl.db.task;

import dev.pawl.db.column.Columns;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The tasks. Every write may be repeated. Once a task is finished, no write of its progress changes it; the first outcome
 * wins.
 */
public final class Tasks {
    // A new run of a finished task, as an engine's reset makes it, opens the task again.
    private static final String REGISTER = """
            insert into task (id, run_id, title, agent, model, workspace_source, workspace_mode, host_id, request,
                              prompt_ref, labels)
            values (:id, :runId, :title, :agent, :model, :workspaceSource, :workspaceMode, :hostId,
                    cast(:request as json), :promptRef, :labels)
            on conflict (id) do update set
                run_id = excluded.run_id,
                status = case when task.finished_at is null then task.status else 'running' end,
                cause = 'none', reason = '', delivery = 'none', delivery_detail = '', finished_at = null, updated_at = clock_timestamp()
            where task.run_id <> excluded.run_id
            returning xmax = 0 as created
            """;

    private static final String PROGRESS = """
            update task set status = :status, iteration = :iteration, phase = :phase, detail = :detail,
                            updated_at = clock_timestamp()
            where id = :id and finished_at is null
            """;

    // With the next fence: what the lost host still writes is refused.
    private static final String MOVE = """
            update task set host_id = :to, fence = fence + 1, updated_at = clock_timestamp()
            where id = :id and host_id = :from and finished_at is null
            """;

    private static final String PREPARED = """
            update task set base_snapshot = :base, notes = :notes, updated_at = clock_timestamp()
            where id = :id and finished_at is null
            """;

    private static final String ASSESSED = """
            update task set snapshot = :snapshot, diff_files = :files, diff_added = :added, diff_removed = :removed,
                            patch_ref = :patch, updated_at = clock_timestamp()
            where id = :id and finished_at is null
            """;

    private static final String FINISH = """
            update task set status = :status, cause = :cause, reason = :reason,
                            delivery = :delivery, delivery_detail = :deliveryDetail,
                            snapshot = coalesce(cast(:snapshot as text), snapshot),
                            phase = 'finished', detail = '',
                            finished_at = clock_timestamp(), updated_at = clock_timestamp()
            where id = :id and finished_at is null
            """;

    private static final String LAST_CHANGE = """
            select greatest(
                task.updated_at,
                (select created_at from event where task_id = task.id order by seq desc limit 1),
                (select max(seen_at) from session where task_id = task.id and status = 'open'))
            from task where id = :id
            """;

    private final JdbcClient jdbc;
    private final TaskListing listing;
    private final ClosestIds closest;
    private final TotalsQuery totals;

    public Tasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.listing = new TaskListing(jdbc);
        this.closest = new ClosestIds(jdbc);
        this.totals = new TotalsQuery(jdbc);
    }

    /** Makes the row with status {@code submitted}, or notes a new run of the same task; true if it was made now. */
    public boolean register(NewTask task) {
        return jdbc.sql(REGISTER)
                .param("id", task.id())
                .param("runId", task.runId())
                .param("title", Columns.text(task.title()))
                .param("agent", task.agent())
                .param("model", task.model())
                .param("workspaceSource", task.workspaceSource())
                .param("workspaceMode", task.workspaceMode())
                .param("hostId", task.hostId())
                .param("request", task.request())
                .param("promptRef", task.promptRef())
                .param("labels", Columns.texts(task.labels()))
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    public Optional<TaskRow> find(String id) {
        return jdbc.sql("select * from task where id = :id")
                .param("id", id)
                .query(TaskRow::of)
                .optional();
    }

    /** When its row, its events or its open session last changed; empty for an unknown task. */
    public Optional<Instant> lastChange(String id) {
        return jdbc.sql(LAST_CHANGE)
                .param("id", id)
                .query((row, number) -> Columns.instant(row, "greatest"))
                .optional();
    }

    /**
     * Says what the task does now. A final status is not for here but for {@link #finish}.
     *
     * @return false for an unknown or finished task, which stays as it is
     */
    public boolean progress(String id, String status, int iteration, String phase, String detail) {
        return jdbc.sql(PROGRESS)
                        .param("id", id)
                        .param("status", status)
                        .param("iteration", iteration)
                        .param("phase", phase)
                        .param("detail", Columns.text(detail))
                        .update()
                > 0;
    }

    /** @return false for a task that is on another host, unknown or finished */
    public boolean move(String id, String from, String to) {
        return jdbc.sql(MOVE)
                        .param("id", id)
                        .param("from", from)
                        .param("to", to)
                        .update()
                > 0;
    }

    /** @return false for an unknown or finished task */
    public boolean prepared(String id, String base, List<String> notes) {
        return jdbc.sql(PREPARED)
                        .param("id", id)
                        .param("base", base)
                        .param("notes", Columns.texts(notes))
                        .update()
                > 0;
    }

    /**
     * The last snapshot and its difference from the base.
     *
     * @return false for an unknown or finished task
     */
    public boolean assessed(String id, String snapshot, int files, int added, int removed, @Nullable String patchRef) {
        return jdbc.sql(ASSESSED)
                        .param("id", id)
                        .param("snapshot", snapshot)
                        .param("files", files)
                        .param("added", added)
                        .param("removed", removed)
                        .param("patch", patchRef)
                        .update()
                > 0;
    }

    /** Ends a task that came to no delivery, see {@link #finish(String, TaskResult)}. */
    public boolean finish(String id, String status, String cause, String reason, @Nullable String snapshot) {
        return finish(id, new TaskResult(status, cause, reason, snapshot, "none", ""));
    }

    /**
     * Ends the task.
     *
     * @return true if this call ended it; false for an unknown task or one that has ended before
     */
    public boolean finish(String id, TaskResult result) {
        return jdbc.sql(FINISH)
                        .param("id", id)
                        .param("status", result.status())
                        .param("cause", result.cause())
                        .param("reason", Columns.text(result.reason()))
                        .param("snapshot", result.snapshot())
                        .param("delivery", result.delivery())
                        .param("deliveryDetail", Columns.text(result.deliveryDetail()))
                        .update()
                > 0;
    }

    /**
     * Tasks, newest first.
     *
     * @param limit of this page, 1 to 1000
     * @param pageToken of the page before; absent for the first page
     * @throws IllegalArgumentException for a limit out of range or a token that no page gave
     */
    public TaskPage list(TaskFilter filter, int limit, @Nullable String pageToken) {
        return listing.page(filter, limit, pageToken);
    }

    /** Ids that {@code id} may have been meant for, nearest first; looks at the newest 1000 tasks. */
    public List<String> closestIds(String id, int limit) {
        return closest.to(id, limit);
    }

    /** Sums over the task's sessions; zeros for a task without any. Costs the same at any number of sessions. */
    public TaskTotals totals(String id) {
        return totals.of(id);
    }
}
