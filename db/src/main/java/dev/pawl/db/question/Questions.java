package dev.pawl.db.question;

import dev.pawl.db.column.Columns;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Questions to people. Every write may be repeated; the first way a question was closed stays. */
public final class Questions {
    private static final String ASK = """
            insert into question (id, task_id, iteration, kind, question, reasons, deadline)
            values (:id, :taskId, :iteration, :kind, :question, :reasons, :deadline)
            on conflict (id) do nothing
            """;

    private static final String CLOSE = """
            update question set
                resolution = :resolution, answer = :answer, closed_by = :closedBy, closed_at = clock_timestamp()
            where id = :id and closed_at is null
            returning *
            """;

    private static final String OPEN = """
            select * from question where task_id = :taskId and closed_at is null
            order by asked_at desc, id desc limit 1
            """;

    private final JdbcClient jdbc;

    public Questions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false if it was asked before */
    public boolean ask(NewQuestion question) {
        return jdbc.sql(ASK)
                        .param("id", question.id())
                        .param("taskId", question.taskId())
                        .param("iteration", question.iteration())
                        .param("kind", question.kind())
                        .param("question", Columns.text(question.question()))
                        .param("reasons", Columns.texts(question.reasons()))
                        .param("deadline", Columns.time(question.deadline()))
                        .update()
                > 0;
    }

    /**
     * Closes a question.
     *
     * @param resolution {@code answered}, {@code approved}, {@code rejected}, {@code stopped} or {@code expired}
     * @param text of the answer, empty where there is none
     * @return the question as it is then; empty for an unknown one or one that was closed before
     */
    public Optional<QuestionRow> close(String id, String resolution, String text, String closedBy) {
        return jdbc.sql(CLOSE)
                .param("id", id)
                .param("resolution", resolution)
                .param("answer", Columns.text(text))
                .param("closedBy", Columns.text(closedBy))
                .query(QuestionRow::of)
                .optional();
    }

    /** The newest open question of a task. */
    public Optional<QuestionRow> openOf(String taskId) {
        return jdbc.sql(OPEN).param("taskId", taskId).query(QuestionRow::of).optional();
    }

    /** All of a task in the order they were asked. */
    public List<QuestionRow> list(String taskId) {
        return jdbc.sql("select * from question where task_id = :taskId order by asked_at, id")
                .param("taskId", taskId)
                .query(QuestionRow::of)
                .list();
    }
}
