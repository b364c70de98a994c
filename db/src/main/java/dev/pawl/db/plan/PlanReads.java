package dev.pawl.db.plan;

import dev.pawl.db.column.Columns;
import dev.pawl.db.task.PageToken;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jdbc.core.JdbcAggregateOperations;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads plans. */
public final class PlanReads {
    private static final int MAX_LIMIT = 1000;

    private static final String TASKS = """
            select task.id task_id, task.agent, task.diff_files, task.diff_added, task.diff_removed,
                   task.snapshot is not null assessed, used.*, judged.*
            from plan_attempt
            join task on task.id = plan_attempt.task_id
            cross join lateral (
                select coalesce(sum(sessions), 0)::bigint sessions,
                       coalesce(sum(input_tokens), 0)::bigint input_tokens,
                       coalesce(sum(output_tokens), 0)::bigint output_tokens,
                       coalesce(sum(cache_read_tokens), 0)::bigint cache_read_tokens,
                       coalesce(sum(cache_write_tokens), 0)::bigint cache_write_tokens,
                       sum(cost_usd) cost_usd, sum(estimated_usd) estimated_usd,
                       coalesce(sum(unpriced), 0)::bigint unpriced, coalesce(sum(turns), 0)::bigint turns,
                       coalesce(sum(duration_millis), 0)::bigint duration_millis
                from (
                    select sessions, input_tokens, output_tokens, cache_read_tokens, cache_write_tokens, cost_usd,
                           estimated_usd, unpriced, turns, duration_millis
                    from session_total where task_id = task.id
                    union all
                    select 1, input_tokens, output_tokens, cache_read_tokens, cache_write_tokens, cost_usd,
                           estimated_usd, case when cost_usd is null and pid is not null then 1 else 0 end, turns, 0
                    from session where task_id = task.id and status = 'open'
                ) parts
            ) used
            cross join lateral (
                select count(*) judge_calls, coalesce(sum(input_tokens), 0)::bigint judge_input_tokens,
                       coalesce(sum(output_tokens), 0)::bigint judge_output_tokens,
                       coalesce(sum(cache_read_tokens), 0)::bigint judge_cache_read_tokens,
                       coalesce(sum(cache_write_tokens), 0)::bigint judge_cache_write_tokens,
                       sum(cost_usd) judge_cost_usd, coalesce(sum(turns), 0)::bigint judge_turns,
                       sum(estimated_usd) judge_estimated_usd,
                       count(*) filter (where cost_usd is null) judge_unpriced
                from judge_call where task_id = task.id
            ) judged
            where plan_attempt.plan_id = :planId
            """;

    private static final String SUMS = """
            select coalesce(sum(cost_usd), 0) + coalesce(sum(judge_cost_usd), 0) cost_usd,
                   coalesce(sum(input_tokens + output_tokens + cache_read_tokens + cache_write_tokens
                       + judge_input_tokens + judge_output_tokens + judge_cache_read_tokens
                       + judge_cache_write_tokens), 0)::bigint tokens
            from (%s) tasks
            """.formatted(TASKS);

    private static final String ENDED = """
            select task.id task_id, plan_attempt.package_id, plan_attempt.number attempt, task.status, task.cause, task.reason,
                   task.base_snapshot, task.snapshot
            from plan_attempt join task on task.id = plan_attempt.task_id
            where plan_attempt.plan_id = :planId and task.finished_at is not null and task.id = any(:taskIds)
            """;

    private static final String COUNTS = """
            select state, count(*) packages from plan_package where plan_id = :planId group by state order by state
            """;

    private final JdbcClient jdbc;
    private final RowMapper<? extends PlanRow> plans;
    private final RowMapper<? extends PackageRow> packages;
    private final RowMapper<? extends AttemptRow> attempts;
    private final RowMapper<? extends PlanTaskRow> tasks;

    /** @param rows maps rows to records */
    public PlanReads(JdbcClient jdbc, JdbcAggregateOperations rows) {
        this.jdbc = jdbc;
        this.plans = rows.getRowMapper(PlanRow.class);
        this.packages = rows.getRowMapper(PackageRow.class);
        this.attempts = rows.getRowMapper(AttemptRow.class);
        this.tasks = rows.getRowMapper(PlanTaskRow.class);
    }

    public Optional<PlanRow> find(String id) {
        return jdbc.sql("select * from plan where id = :id")
                .param("id", Columns.storable(id))
                .query(plans)
                .optional()
                .map(PlanRow.class::cast);
    }

    /** Changes whenever the plan or a package of it does; empty for an unknown plan. */
    public Optional<Long> version(String id) {
        return jdbc.sql("select version from plan where id = :id")
                .param("id", Columns.storable(id))
                .query(Long.class)
                .optional();
    }

    /** In the order of the plan. */
    public List<PackageRow> packages(String planId) {
        return List.copyOf(jdbc.sql("select * from plan_package where plan_id = :planId order by position")
                .param("planId", planId)
                .query(packages)
                .list());
    }

    /** Number of packages by state; only states that occur. */
    public Map<String, Integer> counts(String planId) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        jdbc.sql(COUNTS)
                .param("planId", planId)
                .query(StateCount.class)
                .list()
                .forEach(count -> counts.put(count.state(), count.packages()));
        return counts;
    }

    /** Oldest first within each package. */
    public List<AttemptRow> attempts(String planId) {
        return List.copyOf(jdbc.sql("select * from plan_attempt where plan_id = :planId order by package_id, number")
                .param("planId", planId)
                .query(attempts)
                .list());
    }

    /** Of all attempts whose task still has a row. */
    public List<PlanTaskRow> tasks(String planId) {
        return List.copyOf(jdbc.sql(TASKS).param("planId", planId).query(tasks).list());
    }

    public PlanSums sums(String planId) {
        return jdbc.sql(SUMS).param("planId", planId).query(PlanSums.class).single();
    }

    /** Those of the plan's tasks that have ended. */
    public List<EndedTaskRow> ended(String planId, List<String> taskIds) {
        return jdbc.sql(ENDED)
                .param("planId", planId)
                .param("taskIds", Columns.texts(taskIds))
                .query(EndedTaskRow.class)
                .list();
    }

    /** Plans that have not ended, oldest first. */
    public List<PlanRow> open() {
        return List.copyOf(jdbc.sql("select * from plan where finished_at is null order by created_at, id")
                .query(plans)
                .list());
    }

    /** Ids of the tasks that a plan has not seen end. */
    public List<String> openTasks(String planId) {
        return jdbc.sql(
                        "select task_id from plan_attempt where plan_id = :planId and ended_at is null order by task_id")
                .param("planId", planId)
                .query(String.class)
                .list();
    }

    /** Ids of the newest plans, for a hint at a mistyped one. */
    public List<String> newestIds() {
        return jdbc.sql("select id from plan order by created_at desc, id desc limit 1000")
                .query(String.class)
                .list();
    }

    /** @throws IllegalArgumentException for an invalid limit or page token */
    public PlanPage list(PlanFilter filter, int limit, @Nullable String pageToken) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit is %d, allowed: 1 to %d".formatted(limit, MAX_LIMIT));
        }
        PageToken after = pageToken == null ? null : PageToken.parse(pageToken);
        List<PlanRow> found = List.copyOf(jdbc.sql(sql(filter, after))
                .param("status", filter.status())
                .param("label", Columns.text(filter.label()))
                .param("text", Columns.text(filter.text()))
                .param("afterTime", Columns.time(after == null ? Instant.EPOCH : after.createdAt()))
                .param("afterId", after == null ? "" : after.id())
                .param("limit", limit + 1)
                .query(plans)
                .list());
        if (found.size() <= limit) {
            return new PlanPage(found, null);
        }
        PlanRow last = found.get(limit - 1);
        return new PlanPage(found.subList(0, limit), new PageToken(last.createdAt(), last.id()).text());
    }

    // Only the requested conditions, so that each can use its index.
    private static String sql(PlanFilter filter, @Nullable PageToken after) {
        return "select * from plan where true"
                + (filter.status() == null ? "" : " and status = :status")
                + (filter.label() == null ? "" : " and labels @> array[cast(:label as text)]")
                + (filter.text() == null ? "" : " and position(lower(:text) in lower(id || ' ' || title)) > 0")
                + (after == null ? "" : " and (created_at, id) < (:afterTime, :afterId)")
                + " order by created_at desc, id desc limit :limit";
    }

    record StateCount(String state, int packages) {}
}
