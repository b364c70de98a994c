package dev.pawl.db.decision;

import dev.pawl.db.column.RecordParameters;
import java.util.OptionalInt;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A numbered, idempotent insert, for which Spring Data JDBC has no method. */
public final class JdbcDecisionWrites implements DecisionWrites {
    private static final String STORE = """
            insert into decision (task_id, number, round, iteration, decided_by, type, reasons, policy_version, inputs,
                                  decided, score, feedback_ref, cost_usd)
            select :taskId, coalesce(max(number), 0) + 1, :round, :iteration, :decidedBy, :type, :reasons, :policyVersion,
                   cast(:inputs as json), cast(:decided as json), cast(:score as double precision), :feedbackRef,
                   cast(:costUsd as numeric)
            from decision where task_id = :taskId
            on conflict (task_id, round) do nothing
            returning number
            """;

    private final JdbcClient jdbc;

    public JdbcDecisionWrites(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public OptionalInt store(NewDecision decision) {
        return jdbc.sql(STORE).paramSource(RecordParameters.of(decision)).query(Integer.class).list().stream()
                .mapToInt(Integer::intValue)
                .findFirst();
    }
}
