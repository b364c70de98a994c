package dev.pawl.db.judgement;

import org.springframework.data.jdbc.core.JdbcAggregateOperations;

/** Spring Data JDBC's upsert, which its repositories do not offer. */
public final class UpsertedJudgements implements JudgementWrites {
    private final JdbcAggregateOperations aggregates;

    public UpsertedJudgements(JdbcAggregateOperations aggregates) {
        this.aggregates = aggregates;
    }

    @Override
    public void store(JudgementRow judgement) {
        aggregates.upsert(judgement);
    }
}
