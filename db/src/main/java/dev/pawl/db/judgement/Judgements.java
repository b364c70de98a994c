package dev.pawl.db.judgement;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** The verdicts of judges, one for an iteration. */
public interface Judgements extends Repository<JudgementRow, JudgementRow.Key>, JudgementWrites {
    @Query("select * from judgement where task_id = :taskId and iteration = :iteration")
    Optional<JudgementRow> find(String taskId, int iteration);

    /** All of a task by iteration. */
    @Query("select * from judgement where task_id = :taskId order by iteration")
    List<JudgementRow> list(String taskId);
}
