package dev.pawl.db.retention;

import dev.pawl.db.column.Columns;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds tasks and plans that ended so long ago that their data may be removed; never one that has not ended, or a task
 * whose plan has not.
 */
public final class Retention {
    // A plan may still have to integrate the results of its tasks.
    private static final String ENDED = """
            select id from task
            where finished_at < clock_timestamp() - make_interval(secs => :seconds)
              and not exists (select from plan_attempt join plan on plan.id = plan_attempt.plan_id
                              where plan_attempt.task_id = task.id and plan.finished_at is null)
            """;

    private static final String ENDED_PLANS = """
            select id from plan where finished_at < clock_timestamp() - make_interval(secs => :seconds)
            """;

    private static final String FORGETTABLE = """
              and (host_id is null or host_id = any(:hosts))
            order by finished_at limit :limit
            """;

    // Checked again with the row locked: a reset may have reopened the task.
    private static final String FORGET = """
            delete from task where id = :id and finished_at < clock_timestamp() - make_interval(secs => :seconds)
              and not exists (select from plan_attempt join plan on plan.id = plan_attempt.plan_id
                              where plan_attempt.task_id = task.id and plan.finished_at is null)
            """;

    private static final String FORGET_PLAN = """
            delete from plan where id = :id and finished_at < clock_timestamp() - make_interval(secs => :seconds)
            """;

    private static final String OLDEST_OPEN = """
            select min(created_at) from (
                select created_at from task where finished_at is null
                union all
                select created_at from plan where finished_at is null
            ) running having count(*) > 0
            """;

    private static final String DATABASE = """
            select to_char(installed_on, 'YYYYMMDD"T"HH24MISS.US') from flyway_schema_history
            order by installed_rank limit 1
            """;

    private final JdbcClient jdbc;

    public Retention(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Identifies this database, even after it was moved, by when its schema was created. Valid as a file name. */
    public String database() {
        return jdbc.sql(DATABASE).query(String.class).single();
    }

    /** Ids of the tasks that ended longer ago than {@code age}. */
    public List<String> ended(Duration age) {
        return jdbc.sql(ENDED)
                .param("seconds", seconds(age))
                .query(String.class)
                .list();
    }

    /** Ids of the plans that ended longer ago than {@code age}. */
    public List<String> endedPlans(Duration age) {
        return jdbc.sql(ENDED_PLANS)
                .param("seconds", seconds(age))
                .query(String.class)
                .list();
    }

    /** Whether a plan ended longer ago than {@code age}: a reset may have reopened it meanwhile. */
    public boolean endedPlan(String planId, Duration age) {
        return jdbc.sql(ENDED_PLANS + " and id = :id")
                .param("seconds", seconds(age))
                .param("id", planId)
                .query(String.class)
                .optional()
                .isPresent();
    }

    /** Whether a task ended longer ago than {@code age}: a reset may have reopened it meanwhile. */
    public boolean ended(String taskId, Duration age) {
        return jdbc.sql(ENDED + " and id = :id")
                .param("seconds", seconds(age))
                .param("id", taskId)
                .query(String.class)
                .optional()
                .isPresent();
    }

    /** Tasks of some hosts, or of none, that ended longer ago than {@code age}, oldest first. */
    public List<String> ended(Duration age, Collection<String> hosts, int limit) {
        return forgettable(ENDED, age, hosts, limit);
    }

    /** Plans of some hosts that ended longer ago than {@code age}, oldest first. */
    public List<String> endedPlans(Duration age, Collection<String> hosts, int limit) {
        return forgettable(ENDED_PLANS, age, hosts, limit);
    }

    private List<String> forgettable(String ended, Duration age, Collection<String> hosts, int limit) {
        return jdbc.sql(ended + FORGETTABLE)
                .param("seconds", seconds(age))
                .param("hosts", Columns.texts(List.copyOf(hosts)))
                .param("limit", limit)
                .query(String.class)
                .list();
    }

    /**
     * Removes all rows of a task.
     *
     * @return false if it does not exist, or did not end longer ago than {@code age}
     */
    public boolean forget(String taskId, Duration age) {
        return forget(FORGET, taskId, age);
    }

    /**
     * Removes all rows of a plan, except those of its tasks.
     *
     * @return false if it does not exist, or did not end longer ago than {@code age}
     */
    public boolean forgetPlan(String planId, Duration age) {
        return forget(FORGET_PLAN, planId, age);
    }

    private boolean forget(String sql, String id, Duration age) {
        return jdbc.sql(sql).param("id", id).param("seconds", seconds(age)).update() > 0;
    }

    /** When the oldest open task or plan was registered; empty if all have ended. */
    public Optional<Instant> oldestOpen() {
        return jdbc.sql(OLDEST_OPEN).query(OffsetDateTime.class).list().stream()
                .filter(Objects::nonNull)
                .findFirst()
                .map(OffsetDateTime::toInstant);
    }

    private static double seconds(Duration age) {
        return age.toMillis() / 1000.0;
    }
}
