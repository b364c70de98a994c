package dev.pawl.db.decision;

import dev.pawl.db.column.Columns;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All decisions on tasks, of the policy and of people. None replaces another. */
public final class Decisions {
    private static final String STORE = """
            insert into decision (task_id, number, round, iteration, decided_by, type, reasons, policy_version, inputs,
                                  decided, score, feedback_ref, cost_usd)
            select :taskId, coalesce(max(number), 0) + 1, :round, :iteration, :decidedBy, :type, :reasons, :policyVersion,
                   cast(:inputs as json), cast(:decided as json), cast(:score as double precision), :feedback,
                   cast(:cost as numeric)
            from decision where task_id = :taskId
            on conflict (task_id, round) do nothing
            returning number
            """;

    private final JdbcClient jdbc;

    public Decisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Stores a decision; storing its round again changes nothing. To be called with the task's row locked, as in
     * {@link dev.pawl.db.event.Events#together}, so that no two decisions take the same number.
     *
     * @return its number; empty if the round was decided before
     */
    public OptionalInt store(NewDecision decision) {
        return jdbc
                .sql(STORE)
                .param("taskId", decision.taskId())
                .param("round", decision.round())
                .param("iteration", decision.iteration())
                .param("decidedBy", Columns.text(decision.decidedBy()))
                .param("type", decision.type())
                .param("reasons", Columns.texts(decision.reasons()))
                .param("policyVersion", decision.policyVersion())
                .param("inputs", decision.inputs())
                .param("decided", decision.decided())
                .param("score", decision.score())
                .param("feedback", decision.feedbackRef())
                .param("cost", decision.costUsd())
                .query(Integer.class)
                .list()
                .stream()
                .mapToInt(Integer::intValue)
                .findFirst();
    }

    public Optional<DecisionRow> find(String taskId, String round) {
        return jdbc.sql("select * from decision where task_id = :taskId and round = :round")
                .param("taskId", taskId)
                .param("round", round)
                .query(DecisionRow::of)
                .optional();
    }

    /** All of a task in the order they were made. */
    public List<DecisionRow> list(String taskId) {
        return jdbc.sql("select * from decision where task_id = :taskId order by number")
                .param("taskId", taskId)
                .query(DecisionRow::of)
                .list();
    }
}
