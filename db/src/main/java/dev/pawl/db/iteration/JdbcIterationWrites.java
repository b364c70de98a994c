package dev.pawl.db.iteration;

import dev.pawl.db.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Updates of some columns, for which Spring Data JDBC does not return whether the row existed. */
public final class JdbcIterationWrites implements IterationWrites {
    private static final String ASSESSED = """
            update iteration set
                snapshot = :snapshot, tree = :tree, diff_files = :files, diff_added = :added, diff_removed = :removed,
                patch_ref = :patch, evidence = cast(:evidence as json), assessed_at = clock_timestamp()
            where task_id = :taskId and number = :number
            """;

    private static final String SCORED =
            "update iteration set score = :score where task_id = :taskId and number = :number";

    private static final String DECIDED = """
            update iteration set decision = :decision, decided_at = clock_timestamp()
            where task_id = :taskId and number = :number
            """;

    private final JdbcClient jdbc;

    public JdbcIterationWrites(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void assessed(
            String taskId,
            int number,
            String snapshot,
            String tree,
            int files,
            int added,
            int removed,
            @Nullable String patchRef,
            String evidence) {
        StatementSpec update = of(ASSESSED, taskId, number)
                .param("snapshot", snapshot)
                .param("tree", tree)
                .param("files", files)
                .param("added", added)
                .param("removed", removed)
                .param("patch", patchRef)
                .param("evidence", evidence);
        found(update.update(), taskId, number);
    }

    @Override
    public void scored(String taskId, int number, @Nullable Double score) {
        found(of(SCORED, taskId, number).param("score", score).update(), taskId, number);
    }

    @Override
    public void decided(String taskId, int number, String decision) {
        found(of(DECIDED, taskId, number).param("decision", decision).update(), taskId, number);
    }

    private StatementSpec of(String sql, String taskId, int number) {
        return jdbc.sql(sql).param("taskId", taskId).param("number", number);
    }

    private static void found(int rows, String taskId, int number) {
        if (rows == 0) {
            throw new NotFoundException("iteration", taskId + "/" + number);
        }
    }
}
