package dev.pawl.db.question;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** Questions to people. Every write is idempotent; the first resolution of a question stays. */
public interface Questions extends Repository<QuestionRow, String>, QuestionWrites {
    /**
     * Closes a question.
     *
     * @param resolution {@code answered}, {@code approved}, {@code rejected}, {@code stopped} or {@code expired}
     * @param text of the answer, empty if there is none
     * @return the closed question; empty for an unknown one or one that was closed before
     */
    @Query("""
            update question set
                resolution = :resolution, answer = :text, closed_by = :closedBy, closed_at = clock_timestamp()
            where id = :id and closed_at is null
            returning *
            """)
    Optional<QuestionRow> close(String id, String resolution, String text, String closedBy);

    /** The newest open question of a task. */
    @Query("""
            select * from question where task_id = :taskId and closed_at is null
            order by asked_at desc, id desc limit 1
            """)
    Optional<QuestionRow> openOf(String taskId);

    /** All questions of a task in the order they were asked. */
    @Query("select * from question where task_id = :taskId order by asked_at, id")
    List<QuestionRow> list(String taskId);
}
