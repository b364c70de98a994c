package dev.pawl.db.judgement;

import dev.pawl.db.column.RecordParameters;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An idempotent insert, for which Spring Data JDBC has no method. */
public final class JdbcJudgeCallWrites implements JudgeCallWrites {
    private static final String STORE = """
            insert into judge_call (id, task_id, iteration, judge, input_tokens, output_tokens, cache_read_tokens,
                                    cache_write_tokens, cost_usd, turns, estimated_usd)
            values (:id, :taskId, :iteration, :judge, :inputTokens, :outputTokens, :cacheReadTokens, :cacheWriteTokens,
                    :costUsd, :turns, :estimatedUsd)
            on conflict (id) do nothing
            """;

    private final JdbcClient jdbc;

    public JdbcJudgeCallWrites(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void store(JudgeCall call) {
        jdbc.sql(STORE).paramSource(RecordParameters.of(call)).update();
    }
}
