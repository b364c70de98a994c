package dev.pawl.db.task;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A short text for each of many tasks that changes with everything a watcher sees, read with one query. */
public final class TaskMarks {
    private static final String MARKS = """
            select task.id, concat_ws(' ', task.event_seq, task.action_seq, task.updated_at, session.seen_at) as mark
            from task left join session on session.task_id = task.id and session.status = 'open'
            where task.id = any(:ids)
            """;

    private final JdbcClient jdbc;

    public TaskMarks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return the mark of each task that has a row */
    public Map<String, String> of(Collection<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<Map<String, Object>> rows =
                jdbc.sql(MARKS).param("ids", ids.toArray(String[]::new)).query().listOfRows();
        return rows.stream().collect(toMap(row -> (String) row.get("id"), row -> (String) row.get("mark")));
    }
}
