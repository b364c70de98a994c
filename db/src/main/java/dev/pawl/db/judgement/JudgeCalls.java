package dev.pawl.db.judgement;

import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** Costs of judges. Separate from the verdicts, because a judge that gave none, or died, costs money too. */
public interface JudgeCalls extends Repository<JudgeCall, UUID>, JudgeCallWrites {
    /** Zero calls for a task without any, or an unknown one. */
    @Query("""
            select count(*) calls, coalesce(sum(input_tokens), 0) input_tokens,
                   coalesce(sum(output_tokens), 0) output_tokens,
                   coalesce(sum(cache_read_tokens), 0) cache_read_tokens,
                   coalesce(sum(cache_write_tokens), 0) cache_write_tokens,
                   sum(cost_usd) cost_usd, coalesce(sum(turns), 0) turns,
                   sum(estimated_usd) estimated_usd, count(*) filter (where cost_usd is null) unpriced
            from judge_call where task_id = :taskId
            """)
    JudgeTotals totals(String taskId);
}
