package dev.pawl.db.question;

import dev.pawl.db.column.RecordParameters;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An idempotent insert, for which Spring Data JDBC has no method. */
public final class JdbcQuestionWrites implements QuestionWrites {
    private static final String ASK = """
            insert into question (id, task_id, iteration, kind, question, reasons, choices, deadline)
            values (:id, :taskId, :iteration, :kind, :question, :reasons, :choices, :deadline)
            on conflict (id) do nothing
            """;

    private final JdbcClient jdbc;

    public JdbcQuestionWrites(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean ask(NewQuestion question) {
        return jdbc.sql(ASK).paramSource(RecordParameters.of(question)).update() > 0;
    }
}
