package dev.pawl.db.iteration;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** The iterations of tasks. Every write is idempotent and replaces earlier values. */
public interface Iterations extends Repository<IterationRow, IterationRow.Key>, IterationWrites {
    @Modifying
    @Query("""
            insert into iteration (task_id, number, prompt_ref, feedback_ref)
            values (:taskId, :number, :promptRef, :feedbackRef)
            on conflict (task_id, number) do update set
                prompt_ref = excluded.prompt_ref, feedback_ref = excluded.feedback_ref
            """)
    void begin(String taskId, int number, String promptRef, @Nullable String feedbackRef);

    /** All iterations of a task in order. */
    @Query("select * from iteration where task_id = :taskId order by number")
    List<IterationRow> list(String taskId);
}
