package dev.pawl.db.session;

import dev.pawl.db.budget.Settlement;

/**
 * Statements that write sessions. Every statement that ends a session also adds it to the task's totals and settles its
 * reservation.
 */
final class SessionSql {
    // Opening with the same id again takes no second fence.
    static final String FENCE = """
            update task set fence = fence + 1, updated_at = clock_timestamp()
            where id = :taskId and not exists (select 1 from session where id = :id)
            returning fence
            """;

    static final String INSERT = """
            insert into session (id, task_id, iteration, attempt, agent, model, fence, host_id, run_tag)
            values (:id, :taskId, :iteration, :attempt, :agent, :model, :fence, :hostId, :runTag)
            """;

    static final String USAGE = """
            update session set input_tokens = :inputTokens, output_tokens = :outputTokens,
                               cache_read_tokens = :cacheReadTokens, cache_write_tokens = :cacheWriteTokens,
                               cost_usd = :costUsd, turns = :turns, estimated_usd = :estimatedUsd, seen_at = clock_timestamp()
            where id = :id and fence = :fence and status = 'open'
            """;

    private static final String COUNT_IN = """
            , added as (
                insert into session_total as total (
                    task_id, status, sessions, input_tokens, output_tokens, cache_read_tokens, cache_write_tokens,
                    cost_usd, turns, duration_millis, estimated_usd, unpriced)
                select task_id, status, 1, input_tokens, output_tokens, cache_read_tokens, cache_write_tokens,
                       cost_usd, turns, duration_millis, estimated_usd,
                       case when cost_usd is null and pid is not null then 1 else 0 end
                from ended
                on conflict (task_id, status) do update set
                    sessions = total.sessions + 1,
                    input_tokens = total.input_tokens + excluded.input_tokens,
                    output_tokens = total.output_tokens + excluded.output_tokens,
                    cache_read_tokens = total.cache_read_tokens + excluded.cache_read_tokens,
                    cache_write_tokens = total.cache_write_tokens + excluded.cache_write_tokens,
                    cost_usd = case when total.cost_usd is null and excluded.cost_usd is null then null
                                    else coalesce(total.cost_usd, 0) + coalesce(excluded.cost_usd, 0) end,
                    turns = total.turns + excluded.turns,
                    duration_millis = total.duration_millis + excluded.duration_millis,
                    estimated_usd = case when total.estimated_usd is null and excluded.estimated_usd is null then null
                                         else coalesce(total.estimated_usd, 0) + coalesce(excluded.estimated_usd, 0) end,
                    unpriced = total.unpriced + excluded.unpriced),
            settled as (
            """ + Settlement.OF_ENDED + """
            )
            """;

    static final String CLOSE = """
            with ended as (
                update session set
                    status = :status, reason = :reason,
                    input_tokens = :inputTokens, output_tokens = :outputTokens, cache_read_tokens = :cacheReadTokens,
                    cache_write_tokens = :cacheWriteTokens, cost_usd = :costUsd, turns = :turns,
                    estimated_usd = :estimatedUsd, cost_note = :costNote, duration_millis = :durationMillis,
                    exit_code = :exitCode,
                    agent_session_id = coalesce(:agentSessionId, agent_session_id),
                    model = coalesce(:model, model), transcript_ref = :transcriptRef,
                    seen_at = clock_timestamp(), ended_at = greatest(clock_timestamp(), started_at)
                where id = :id and fence = :fence and status = 'open'
                returning *)
            """ + COUNT_IN + "select exists (select from ended)";

    static final String ABANDON = abandon("task_id = :taskId");

    static final String ABANDON_OTHERS = abandon("task_id = :taskId and id <> :id");

    static final String ABANDON_ONE = abandon("id = :id");

    static final String CLOSED_SO =
            "select exists (select 1 from session where id = :id and fence = :fence and status = :status)";

    private SessionSql() {}

    /** @param which condition that selects open sessions */
    private static String abandon(String which) {
        return """
                with ended as (
                    update session set
                        status = 'abandoned', reason = :reason,
                        duration_millis = greatest(0, round(extract(epoch from seen_at - started_at) * 1000)),
                        ended_at = greatest(clock_timestamp(), started_at)
                    where %s and status = 'open'
                    returning *)
                """.formatted(which) + COUNT_IN + "select * from ended";
    }
}
