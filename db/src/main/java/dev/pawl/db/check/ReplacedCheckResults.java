package dev.pawl.db.check;

import dev.pawl.db.column.Columns;
import java.util.List;
import org.springframework.data.jdbc.core.JdbcAggregateOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Replaces the results of an iteration as a whole, in one transaction. */
public final class ReplacedCheckResults implements CheckResultWrites {
    private static final String FORGET_OTHERS = """
            delete from check_result
            where task_id = :taskId and iteration = :iteration and name <> all(:names)
            """;

    private final JdbcAggregateOperations aggregates;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    public ReplacedCheckResults(
            JdbcAggregateOperations aggregates, JdbcClient jdbc, TransactionOperations transactions) {
        this.aggregates = aggregates;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Override
    public void store(String taskId, int iteration, List<CheckResultRow> results) {
        transactions.executeWithoutResult(status -> {
            forgetOthers(taskId, iteration, results);
            for (int position = 0; position < results.size(); position++) {
                aggregates.upsert(StoredCheckResult.of(taskId, iteration, position, results.get(position)));
            }
        });
    }

    private void forgetOthers(String taskId, int iteration, List<CheckResultRow> results) {
        List<String> names = results.stream().map(CheckResultRow::name).toList();
        jdbc.sql(FORGET_OTHERS)
                .param("taskId", taskId)
                .param("iteration", iteration)
                .param("names", Columns.texts(names))
                .update();
    }
}
