package dev.pawl.db.task;

import dev.pawl.db.column.Columns;
import dev.pawl.db.column.RecordParameters;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A conditional upsert, for which Spring Data JDBC has no method, and updates that bind records and arrays. */
public final class JdbcTaskWrites implements TaskWrites {
    // A new run of a finished task, after a reset in the engine, reopens the task.
    private static final String REGISTER = """
            insert into task (id, run_id, engine, title, agent, model, workspace_source, workspace_mode, host_id, request,
                              prompt_ref, labels)
            values (:id, :runId, :engine, :title, :agent, :model, :workspaceSource, :workspaceMode, :hostId,
                    cast(:request as json), :promptRef, :labels)
            on conflict (id) do update set
                run_id = excluded.run_id, engine = excluded.engine,
                status = case when task.finished_at is null then task.status else 'running' end,
                cause = 'none', reason = '', delivery = 'none', delivery_detail = '', finished_at = null,
                updated_at = clock_timestamp()
            where task.run_id <> excluded.run_id
            returning xmax = 0 as created
            """;

    private static final String PREPARED = """
            update task set base_snapshot = :base, notes = :notes, updated_at = clock_timestamp()
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

    private final JdbcClient jdbc;

    public JdbcTaskWrites(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean register(NewTask task) {
        return jdbc.sql(REGISTER)
                .paramSource(RecordParameters.of(task))
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    @Override
    public boolean prepared(String id, String base, List<String> notes) {
        return jdbc.sql(PREPARED)
                        .param("id", id)
                        .param("base", base)
                        .param("notes", Columns.texts(notes))
                        .update()
                > 0;
    }

    @Override
    public boolean finish(String id, TaskResult result) {
        return jdbc.sql(FINISH)
                        .paramSource(RecordParameters.of(result).and("id", id))
                        .update()
                > 0;
    }
}
