package dev.pawl.db.judgement;

import dev.pawl.db.column.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What judges cost. Apart from the verdicts, because a judge that gave none, or died, was paid as well. */
public final class JudgeCalls {
    private static final String STORE = """
            insert into judge_call (id, task_id, iteration, judge, input_tokens, output_tokens, cache_read_tokens,
                                    cache_write_tokens, cost_usd, turns, estimated_usd)
            values (:id, :taskId, :iteration, :judge, :input, :output, :cacheRead, :cacheWrite, :cost, :turns,
                    :estimated)
            on conflict (id) do nothing
            """;
    private static final String TOTALS = """
            select count(*) calls, coalesce(sum(input_tokens), 0) input_tokens,
                   coalesce(sum(output_tokens), 0) output_tokens,
                   coalesce(sum(cache_read_tokens), 0) cache_read_tokens,
                   coalesce(sum(cache_write_tokens), 0) cache_write_tokens,
                   sum(cost_usd) cost_usd, coalesce(sum(turns), 0) turns,
                   sum(estimated_usd) estimated_usd, count(*) filter (where cost_usd is null) unpriced
            from judge_call where task_id = :taskId
            """;

    private final JdbcClient jdbc;

    public JudgeCalls(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Storing again changes nothing. */
    public void store(JudgeCall call) {
        jdbc.sql(STORE)
                .param("id", call.id())
                .param("taskId", call.taskId())
                .param("iteration", call.iteration())
                .param("judge", Columns.text(call.judge()))
                .param("input", call.inputTokens())
                .param("output", call.outputTokens())
                .param("cacheRead", call.cacheReadTokens())
                .param("cacheWrite", call.cacheWriteTokens())
                .param("cost", call.costUsd())
                .param("turns", call.turns())
                .param("estimated", call.estimatedUsd())
                .update();
    }

    /** Zero calls where the task has none, or there is no such task. */
    public JudgeTotals totals(String taskId) {
        return jdbc.sql(TOTALS).param("taskId", taskId).query(JudgeTotals::of).single();
    }
}
