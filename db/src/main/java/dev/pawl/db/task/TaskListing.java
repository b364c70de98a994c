package dev.pawl.db.task;

import dev.pawl.db.column.Columns;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Pages by the position of the last row, so that tasks that come in between move nothing. */
final class TaskListing {
    private static final int MAX_LIMIT = 1000;

    private final JdbcClient jdbc;

    TaskListing(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    TaskPage page(TaskFilter filter, int limit, @Nullable String pageToken) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit is %d, allowed: 1 to %d".formatted(limit, MAX_LIMIT));
        }
        List<TaskRow> rows = rows(filter, limit + 1, pageToken == null ? null : PageToken.parse(pageToken));
        if (rows.size() <= limit) {
            return new TaskPage(rows, null);
        }
        TaskRow last = rows.get(limit - 1);
        return new TaskPage(rows.subList(0, limit), new PageToken(last.createdAt(), last.id()).text());
    }

    private List<TaskRow> rows(TaskFilter filter, int limit, @Nullable PageToken after) {
        return jdbc.sql(sql(filter, after))
                .param("status", filter.status())
                .param("label", filter.label())
                .param("text", Columns.text(filter.text()))
                .param("afterTime", Columns.time(after == null ? Instant.EPOCH : after.createdAt()))
                .param("afterId", after == null ? "" : after.id())
                .param("limit", limit)
                .query(TaskRow::of)
                .list();
    }

    // Only the conditions that are asked for, so that each has its index.
    private static String sql(TaskFilter filter, @Nullable PageToken after) {
        return "select * from task where true"
                + (filter.status() == null ? "" : " and status = :status")
                + (filter.label() == null ? "" : " and labels @> array[cast(:label as text)]")
                + (filter.text() == null ? "" : " and position(lower(:text) in lower(id || ' ' || title)) > 0")
                + (after == null ? "" : " and (created_at, id) < (:afterTime, :afterId)")
                + " order by created_at desc, id desc limit :limit";
    }
}
