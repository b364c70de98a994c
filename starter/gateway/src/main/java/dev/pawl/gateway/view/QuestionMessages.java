package dev.pawl.gateway.view;

import dev.pawl.api.v1.Question;
import dev.pawl.db.question.QuestionRow;
import dev.pawl.gateway.wire.Times;

/** Converts rows of questions to messages. */
final class QuestionMessages {
    private QuestionMessages() {}

    static Question of(QuestionRow row) {
        return Question.newBuilder()
                .setId(row.id())
                .setKind(row.kind())
                .setQuestion(row.question())
                .addAllReasons(row.reasons())
                .addAllChoices(row.choices())
                .setDeadline(Times.of(row.deadline()))
                .setIteration(row.iteration())
                .setAskedAt(Times.of(row.askedAt()))
                .build();
    }
}
