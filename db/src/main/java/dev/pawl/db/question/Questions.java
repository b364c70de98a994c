package dev.pawl.db.question;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

    /**
     * Counts a reminder of an open question.
     *
     * @param number of reminders including this one: a repeated call changes nothing
     * @param escalatedTo who is named from now on; absent changes nothing
     * @return the question; empty if it is closed, or was reminded of as often before
     */
    @Query("""
            update question set reminders = :number, escalated_to = coalesce(:escalatedTo, escalated_to)
            where id = :id and closed_at is null and reminders < :number
            returning *
            """)
    Optional<QuestionRow> remind(String id, int number, @Nullable String escalatedTo);

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
