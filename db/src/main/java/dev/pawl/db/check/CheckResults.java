package dev.pawl.db.check;

import dev.pawl.db.column.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Results of checks by iteration; iteration 0 is the baseline. */
public final class CheckResults {
    private static final String STORE = """
            insert into check_result (task_id, iteration, name, position, state, exit_code, satisfied, tests, failures,
                                      new_failures, excerpt, output_ref, duration_millis)
            values (:taskId, :iteration, :name, :position, :state, :exitCode, :satisfied, :tests, :failures,
                    :newFailures, :excerpt, :output, :duration)
            on conflict (task_id, iteration, name) do update set
                position = excluded.position, state = excluded.state, exit_code = excluded.exit_code,
                satisfied = excluded.satisfied, tests = excluded.tests, failures = excluded.failures,
                new_failures = excluded.new_failures, excerpt = excluded.excerpt, output_ref = excluded.output_ref,
                duration_millis = excluded.duration_millis
            """;

    private static final String FORGET_OTHERS = """
            delete from check_result
            where task_id = :taskId and iteration = :iteration and name <> all(:names)
            """;

    private static final String LIST =
            "select * from check_result where task_id = :taskId order by iteration, position";

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    public CheckResults(JdbcClient jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** Stores all results of an iteration at once, in this order; replaces what was stored for it before. */
    public void store(String taskId, int iteration, List<CheckResultRow> results) {
        transactions.executeWithoutResult(status -> {
            jdbc.sql(FORGET_OTHERS)
                    .param("taskId", taskId)
                    .param("iteration", iteration)
                    .param(
                            "names",
                            Columns.texts(
                                    results.stream().map(CheckResultRow::name).toList()))
                    .update();
            for (int position = 0; position < results.size(); position++) {
                store(taskId, iteration, position, results.get(position));
            }
        });
    }

    private void store(String taskId, int iteration, int position, CheckResultRow result) {
        jdbc.sql(STORE)
                .param("taskId", taskId)
                .param("iteration", iteration)
                .param("name", Columns.text(result.name()))
                .param("position", position)
                .param("state", result.state())
                .param("exitCode", result.exitCode())
                .param("satisfied", result.satisfied())
                .param("tests", result.tests())
                .param("failures", Columns.texts(result.failures()))
                .param("newFailures", Columns.texts(result.newFailures()))
                .param("excerpt", Columns.text(result.excerpt()))
                .param("output", result.outputRef())
                .param("duration", result.durationMillis())
                .update();
    }

    /** Results of one iteration in the order of the task's checks. */
    public List<CheckResultRow> list(String taskId, int iteration) {
        return list(taskId).getOrDefault(iteration, List.of());
    }

    /** All results of a task by iteration, 0 being the baseline. */
    public SortedMap<Integer, List<CheckResultRow>> list(String taskId) {
        return jdbc.sql(LIST).param("taskId", taskId).query(CheckResults::entry).list().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey,
                        TreeMap::new,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toUnmodifiableList())));
    }

    private static Map.Entry<Integer, CheckResultRow> entry(ResultSet row, int number) throws SQLException {
        return Map.entry(row.getInt("iteration"), CheckResultRow.of(row, number));
    }
}
