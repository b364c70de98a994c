package dev.pawl.db.decision;

import dev.pawl.db.column.Columns;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Decisions by iteration and by who made them: a person's stands beside the policy's. */
public final class Decisions {
    private static final String STORE = """
            insert into decision (task_id, iteration, decided_by, type, reasons, policy_version, inputs, score,
                                  feedback_ref, cost_usd, created_at)
            values (:taskId, :iteration, :decidedBy, :type, :reasons, :policyVersion, cast(:inputs as json), :score,
                    :feedback, :cost, :createdAt)
            on conflict (task_id, iteration, decided_by) do update set
                type = excluded.type, reasons = excluded.reasons, policy_version = excluded.policy_version,
                inputs = excluded.inputs, score = excluded.score, feedback_ref = excluded.feedback_ref,
                cost_usd = excluded.cost_usd, created_at = excluded.created_at
            """;

    private final JdbcClient jdbc;

    public Decisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores a decision; a later one of the same maker on the same iteration replaces it. */
    public void store(DecisionRow decision) {
        jdbc.sql(STORE)
                .param("taskId", decision.taskId())
                .param("iteration", decision.iteration())
                .param("decidedBy", Columns.text(decision.decidedBy()))
                .param("type", decision.type())
                .param("reasons", Columns.texts(decision.reasons()))
                .param("policyVersion", decision.policyVersion())
                .param("inputs", decision.inputs())
                .param("score", decision.score())
                .param("feedback", decision.feedbackRef())
                .param("cost", decision.costUsd())
                .param("createdAt", Columns.time(decision.createdAt()))
                .update();
    }

    /** All of a task, by iteration, then in the order they were made. */
    public List<DecisionRow> list(String taskId) {
        return jdbc.sql("select * from decision where task_id = :taskId order by iteration, created_at, decided_by")
                .param("taskId", taskId)
                .query(DecisionRow::of)
                .list();
    }
}
