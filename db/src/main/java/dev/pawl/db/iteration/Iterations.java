package dev.pawl.db.iteration;

import dev.pawl.db.NotFoundException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The rounds of tasks. Every write may be repeated; a repeated one replaces what it wrote before. */
public final class Iterations {
    private static final String BEGIN = """
            insert into iteration (task_id, number, prompt_ref, feedback_ref)
            values (:taskId, :number, :prompt, :feedback)
            on conflict (task_id, number) do update set
                prompt_ref = excluded.prompt_ref, feedback_ref = excluded.feedback_ref
            """;

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

    public Iterations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void begin(String taskId, int number, String promptRef, @Nullable String feedbackRef) {
        of(BEGIN, taskId, number)
                .param("prompt", promptRef)
                .param("feedback", feedbackRef)
                .update();
    }

    /**
     * What the round left, compared with the task's base.
     *
     * @param evidence JSON
     * @throws NotFoundException for a round that was not begun, as everything below
     */
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

    /** @param score 0 to 1; absent where the judge gave no readable verdict */
    public void scored(String taskId, int number, @Nullable Double score) {
        found(of(SCORED, taskId, number).param("score", score).update(), taskId, number);
    }

    /** @param decision its type: {@code accept}, {@code retry}, … */
    public void decided(String taskId, int number, String decision) {
        found(of(DECIDED, taskId, number).param("decision", decision).update(), taskId, number);
    }

    /** All rounds of a task in order. */
    public List<IterationRow> list(String taskId) {
        return jdbc.sql("select * from iteration where task_id = :taskId order by number")
                .param("taskId", taskId)
                .query(IterationRow::of)
                .list();
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
