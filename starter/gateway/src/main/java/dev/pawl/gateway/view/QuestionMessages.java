package dev.pawl.gateway.view;

import dev.pawl.api.v1.Question;
import dev.pawl.db.question.QuestionRow;
import dev.pawl.gateway.wire.Times;
import java.util.Objects;

/** Converts rows of questions to messages. */
final class QuestionMessages {
    private QuestionMessages() {}

    static Question of(QuestionRow row) {
        Question.Builder question = Question.newBuilder()
                .setId(row.id())
                .setKind(row.kind())
                .setQuestion(row.question())
                .addAllReasons(row.reasons())
                .addAllChoices(row.choices())
                .setIteration(row.iteration())
                .setAskedAt(Times.of(row.askedAt()))
                .setReminders(row.reminders())
                .setEscalatedTo(Objects.requireNonNullElse(row.escalatedTo(), ""));
        if (row.deadline() != null) {
            question.setDeadline(Times.of(row.deadline()));
        }
        return question.build();
    }
}
