package dev.pawl.db.decision;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** All decisions on tasks, by the policy and by people. None replaces another. */
public interface Decisions extends Repository<DecisionRow, DecisionRow.Key>, DecisionWrites {
    @Query("select * from decision where task_id = :taskId and round = :round")
    Optional<DecisionRow> find(String taskId, String round);

    /** All decisions of a task in the order they were made. */
    @Query("select * from decision where task_id = :taskId order by number")
    List<DecisionRow> list(String taskId);
}
