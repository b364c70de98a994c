package dev.pawl.db.task;

import dev.pawl.db.column.Columns;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Pages by the position of the last row, so that tasks added meanwhile shift nothing. Spring Data JDBC cannot query an
 * element of an array, nor compare a pair of columns at once, which lets PostgreSQL use the index.
 */
public final class JdbcTaskListing implements TaskListing {
    private static final int MAX_LIMIT = 1000;

    private final JdbcClient jdbc;
    private final RowMapper<? extends TaskRow> rows;

    public JdbcTaskListing(JdbcClient jdbc, RowMapper<? extends TaskRow> rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    @Override
    public TaskPage list(TaskFilter filter, int limit, @Nullable String pageToken) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit is %d, allowed: 1 to %d".formatted(limit, MAX_LIMIT));
        }
        List<TaskRow> tasks = tasks(filter, limit + 1, pageToken == null ? null : PageToken.parse(pageToken));
        if (tasks.size() <= limit) {
            return new TaskPage(tasks, null);
        }
        TaskRow last = tasks.get(limit - 1);
        return new TaskPage(tasks.subList(0, limit), new PageToken(last.createdAt(), last.id()).text());
    }

    private List<TaskRow> tasks(TaskFilter filter, int limit, @Nullable PageToken after) {
        return List.copyOf(jdbc.sql(sql(filter, after))
                .param("status", filter.status())
                .param("label", filter.label())
                .param("text", Columns.text(filter.text()))
                .param("afterTime", Columns.time(after == null ? Instant.EPOCH : after.createdAt()))
                .param("afterId", after == null ? "" : after.id())
                .param("limit", limit)
                .query(rows)
                .list());
    }

    // Only the requested conditions, so that each can use its index.
    private static String sql(TaskFilter filter, @Nullable PageToken after) {
        return "select * from task where true"
                + (filter.status() == null ? "" : " and status = :status")
                + (filter.label() == null ? "" : " and labels @> array[cast(:label as text)]")
                + (filter.text() == null ? "" : " and position(lower(:text) in lower(id || ' ' || title)) > 0")
                + (after == null ? "" : " and (created_at, id) < (:afterTime, :afterId)")
                + " order by created_at desc, id desc limit :limit";
    }
}
