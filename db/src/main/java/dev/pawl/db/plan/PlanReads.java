package dev.pawl.db.plan;

import dev.pawl.db.column.Columns;
import dev.pawl.db.judgement.JudgeTotals;
import dev.pawl.db.task.PageToken;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads plans. */
public final class PlanReads {
    private static final int MAX_LIMIT = 1000;

    private static final String TASKS = """
            select task.id, task.agent, task.diff_files, task.diff_added, task.diff_removed, task.snapshot,
                   coalesce(sum(used.sessions), 0) sessions,
                   coalesce(sum(used.input_tokens), 0) input_tokens,
                   coalesce(sum(used.output_tokens), 0) output_tokens,
                   coalesce(sum(used.cache_read_tokens), 0) cache_read_tokens,
                   coalesce(sum(used.cache_write_tokens), 0) cache_write_tokens,
                   sum(used.cost_usd) cost_usd, sum(used.estimated_usd) estimated_usd,
                   coalesce(sum(used.unpriced), 0) unpriced, coalesce(sum(used.turns), 0) turns,
                   coalesce(sum(used.duration_millis), 0) duration_millis
            from plan_attempt
            join task on task.id = plan_attempt.task_id
            left join lateral (
                select sessions, input_tokens, output_tokens, cache_read_tokens, cache_write_tokens, cost_usd,
                       estimated_usd, unpriced, turns, duration_millis
                from session_total where task_id = task.id
                union all
                select 1, input_tokens, output_tokens, cache_read_tokens, cache_write_tokens, cost_usd, estimated_usd,
                       case when cost_usd is null and pid is not null then 1 else 0 end, turns, 0
                from session where task_id = task.id and status = 'open'
            ) used on true
            where plan_attempt.plan_id = :planId
            group by task.id
            """;

    private static final String JUDGES = """
            select task_id, count(*) calls, sum(input_tokens) input_tokens, sum(output_tokens) output_tokens,
                   sum(cache_read_tokens) cache_read_tokens, sum(cache_write_tokens) cache_write_tokens,
                   sum(cost_usd) cost_usd, sum(turns) turns, sum(estimated_usd) estimated_usd,
                   count(*) filter (where cost_usd is null) unpriced
            from judge_call
            where task_id in (select plan_attempt.task_id from plan_attempt where plan_id = :planId)
            group by task_id
            """;

    private static final String SUMS = """
            select coalesce(sum(cost_usd), 0) cost_usd,
                   coalesce(sum(input_tokens + output_tokens + cache_read_tokens + cache_write_tokens), 0) tokens
            from (
                select cost_usd, input_tokens, output_tokens, cache_read_tokens, cache_write_tokens from (%s) tasks
                union all
                select cost_usd, input_tokens, output_tokens, cache_read_tokens, cache_write_tokens from (%s) judges
            ) spent
            """.formatted(TASKS, JUDGES);

    private static final String ENDED = """
            select task.id task_id, plan_attempt.package_id, plan_attempt.number, task.status, task.cause, task.reason,
                   task.base_snapshot, task.snapshot
            from plan_attempt join task on task.id = plan_attempt.task_id
            where plan_attempt.plan_id = :planId and task.finished_at is not null and task.id = any(:taskIds)
            """;

    private static final String COUNTS = """
            select state, count(*) packages from plan_package where plan_id = :planId group by state order by state
            """;

    private final JdbcClient jdbc;

    public PlanReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<PlanRow> find(String id) {
        return jdbc.sql("select * from plan where id = :id")
                .param("id", Columns.storable(id))
                .query(PlanRows::plan)
                .optional();
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
        return jdbc.sql("select * from plan_package where plan_id = :planId order by position")
                .param("planId", planId)
                .query(PlanRows::pack)
                .list();
    }

    /** Number of packages by state; only states that occur. */
    public Map<String, Integer> counts(String planId) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        jdbc.sql(COUNTS).param("planId", planId).query(row -> {
            counts.put(row.getString("state"), row.getInt("packages"));
        });
        return counts;
    }

    /** Oldest first within each package. */
    public List<AttemptRow> attempts(String planId) {
        return jdbc.sql("select * from plan_attempt where plan_id = :planId order by package_id, number")
                .param("planId", planId)
                .query(PlanRows::attempt)
                .list();
    }

    /** Of all attempts whose task still has a row. */
    public List<PlanTaskRow> tasks(String planId) {
        Map<String, JudgeTotals> judges = new LinkedHashMap<>();
        jdbc.sql(JUDGES).param("planId", planId).query(row -> {
            judges.put(row.getString("task_id"), PlanRows.judges(row));
        });
        return jdbc.sql(TASKS)
                .param("planId", planId)
                .query((row, number) -> PlanRows.task(row, judges))
                .list();
    }

    public PlanSums sums(String planId) {
        return jdbc.sql(SUMS)
                .param("planId", planId)
                .query((row, number) -> new PlanSums(row.getBigDecimal("cost_usd"), row.getLong("tokens")))
                .single();
    }

    /** Those of the plan's tasks that have ended. */
    public List<EndedTaskRow> ended(String planId, List<String> taskIds) {
        return jdbc.sql(ENDED)
                .param("planId", planId)
                .param("taskIds", Columns.texts(taskIds))
                .query(PlanRows::ended)
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
        List<PlanRow> plans = jdbc.sql(sql(filter, after))
                .param("status", filter.status())
                .param("label", Columns.text(filter.label()))
                .param("text", Columns.text(filter.text()))
                .param("afterTime", Columns.time(after == null ? Instant.EPOCH : after.createdAt()))
                .param("afterId", after == null ? "" : after.id())
                .param("limit", limit + 1)
                .query(PlanRows::plan)
                .list();
        if (plans.size() <= limit) {
            return new PlanPage(plans, null);
        }
        PlanRow last = plans.get(limit - 1);
        return new PlanPage(plans.subList(0, limit), new PageToken(last.createdAt(), last.id()).text());
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
}
