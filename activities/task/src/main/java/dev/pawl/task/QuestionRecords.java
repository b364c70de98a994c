package dev.pawl.task;

import dev.pawl.db.decision.NewDecision;
import dev.pawl.db.question.NewQuestion;
import dev.pawl.db.question.QuestionRow;
import dev.pawl.host.redaction.RedactedJson;
import dev.pawl.record.event.EventFields;
import dev.pawl.record.event.EventType;
import dev.pawl.record.event.TaskEvents;
import dev.pawl.workflows.activity.task.AskPerson;
import dev.pawl.workflows.activity.task.CloseQuestion;
import dev.pawl.workflows.activity.task.RemindPerson;
import java.util.List;
import java.util.Map;

/** Questions to people, and the decisions that follow from their answers. Every write is idempotent. */
final class QuestionRecords {
    private final TaskRecords records;
    private final TaskEvents events;
    private final RedactedJson json;

    QuestionRecords(TaskRecords records, TaskEvents events, RedactedJson json) {
        this.records = records;
        this.events = events;
        this.json = json;
    }

    void ask(AskPerson input) {
        events.together(input.taskId(), () -> {
            records.questions()
                    .ask(new NewQuestion(
                            input.questionId(),
                            input.taskId(),
                            input.iteration(),
                            input.kind(),
                            input.question(),
                            input.reasons(),
                            input.choices(),
                            input.deadline()));
            events.append(
                    input.taskId(),
                    EventType.QUESTION_ASKED,
                    input.questionId(),
                    new EventFields()
                            .put("question_id", input.questionId())
                            .put("iteration", input.iteration())
                            .put("kind", input.kind())
                            .put("question", input.question())
                            .put("reasons", input.reasons())
                            .put("choices", input.choices())
                            .put(
                                    "deadline",
                                    input.deadline() == null
                                            ? null
                                            : input.deadline().toString()));
        });
    }

    /** Of an open question. */
    void remind(RemindPerson input) {
        events.together(
                input.taskId(),
                () -> records.questions()
                        .remind(input.questionId(), input.number(), input.escalatedTo())
                        .ifPresent(question -> events.append(
                                input.taskId(),
                                EventType.QUESTION_REMINDED,
                                input.questionId() + "/" + input.number(),
                                new EventFields()
                                        .put("question_id", input.questionId())
                                        .put("question", question.question())
                                        .put("number", input.number())
                                        .put("waited_seconds", input.waited().toSeconds())
                                        .put("escalated_to", input.escalatedTo()))));
    }

    /** The first close of a question is kept, and is a decision. */
    void close(CloseQuestion input) {
        events.together(
                input.taskId(),
                () -> records.questions()
                        .close(input.questionId(), input.resolution(), input.text(), input.by())
                        .ifPresent(question -> {
                            ClosedQuestion.append(events, question);
                            decided(question, input);
                        }));
    }

    private void decided(QuestionRow question, CloseQuestion input) {
        String type = followsFrom(input.resolution());
        String reason = input.text().isBlank() ? input.resolution() : input.resolution() + ": " + input.text();
        records.decisions()
                .store(NewDecision.fromAnswer(
                        input.taskId(),
                        "question/" + input.questionId(),
                        question.iteration(),
                        input.by(),
                        type,
                        reason,
                        json.of(Map.of(
                                "question_id", input.questionId(),
                                "question", question.question(),
                                "resolution", input.resolution(),
                                "text", input.text()))))
                .ifPresent(number -> events.append(
                        input.taskId(),
                        EventType.DECISION_MADE,
                        Integer.toString(number),
                        new EventFields()
                                .put("number", number)
                                .put("iteration", question.iteration())
                                .put("type", type)
                                .put("reasons", List.of(reason))
                                .put("decided_by", input.by())));
    }

    private static String followsFrom(String resolution) {
        return switch (resolution) {
            case "answered" -> "retry";
            case "approved" -> "accept";
            default -> "abort";
        };
    }
}
