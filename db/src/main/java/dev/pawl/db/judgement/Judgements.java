package dev.pawl.db.judgement;

import dev.pawl.db.column.Columns;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The verdicts of judges, one for an iteration. */
public final class Judgements {
    private static final String STORE = """
            insert into judgement (task_id, iteration, judge, score, issues, question, input_tokens, output_tokens,
                                   cache_read_tokens, cache_write_tokens, cost_usd, turns)
            values (:taskId, :iteration, :judge, :score, :issues, :question, :input, :output, :cacheRead, :cacheWrite,
                    :cost, :turns)
            on conflict (task_id, iteration) do update set
                judge = excluded.judge, score = excluded.score, issues = excluded.issues,
                question = excluded.question, input_tokens = excluded.input_tokens,
                output_tokens = excluded.output_tokens, cache_read_tokens = excluded.cache_read_tokens,
                cache_write_tokens = excluded.cache_write_tokens, cost_usd = excluded.cost_usd, turns = excluded.turns
            """;

    private final JdbcClient jdbc;

    public Judgements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores the verdict on an iteration; storing again replaces it. */
    public void store(JudgementRow judgement) {
        jdbc.sql(STORE)
                .param("taskId", judgement.taskId())
                .param("iteration", judgement.iteration())
                .param("judge", Columns.text(judgement.judge()))
                .param("score", judgement.score())
                .param("issues", Columns.texts(judgement.issues()))
                .param("question", Columns.text(judgement.question()))
                .param("input", judgement.inputTokens())
                .param("output", judgement.outputTokens())
                .param("cacheRead", judgement.cacheReadTokens())
                .param("cacheWrite", judgement.cacheWriteTokens())
                .param("cost", judgement.costUsd())
                .param("turns", judgement.turns())
                .update();
    }

    public Optional<JudgementRow> find(String taskId, int iteration) {
        return jdbc.sql("select * from judgement where task_id = :taskId and iteration = :iteration")
                .param("taskId", taskId)
                .param("iteration", iteration)
                .query(JudgementRow::of)
                .optional();
    }

    /** All of a task by iteration. */
    public List<JudgementRow> list(String taskId) {
        return jdbc.sql("select * from judgement where task_id = :taskId order by iteration")
                .param("taskId", taskId)
                .query(JudgementRow::of)
                .list();
    }
}
