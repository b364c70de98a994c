package dev.pawl.task;

import dev.pawl.db.question.QuestionRow;
import dev.pawl.record.event.EventFields;
import dev.pawl.record.event.EventType;
import dev.pawl.record.event.TaskEvents;

/** The event of a closed question. */
final class ClosedQuestion {
    private ClosedQuestion() {}

    /** Idempotent. */
    static void append(TaskEvents events, QuestionRow question) {
        events.append(
                question.taskId(),
                EventType.QUESTION_CLOSED,
                question.id(),
                new EventFields()
                        .put("question_id", question.id())
                        .put("resolution", question.resolution())
                        .put("text", question.answer())
                        .put("by", question.closedBy()));
    }
}
