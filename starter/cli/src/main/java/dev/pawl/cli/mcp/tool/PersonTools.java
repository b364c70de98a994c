package dev.pawl.cli.mcp.tool;

import dev.pawl.api.client.PawlClient;
import dev.pawl.api.client.Words;
import dev.pawl.api.v1.AnswerRequest;
import dev.pawl.api.v1.ApproveRequest;
import dev.pawl.api.v1.ListOpenQuestionsRequest;
import dev.pawl.api.v1.ListOpenQuestionsResponse;
import dev.pawl.api.v1.OpenQuestion;
import dev.pawl.api.v1.RejectRequest;
import dev.pawl.api.v1.TaskState;
import dev.pawl.cli.command.option.Paging;
import dev.pawl.cli.connection.TaskLookup;
import dev.pawl.cli.report.InboxReport;
import dev.pawl.cli.terminal.Style;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Tools for the questions that wait for a person. */
final class PersonTools {
    private static final String TEXT = "text";
    private static final String REASON = "reason";
    /** As in pawl.v1. */
    private static final int LONGEST_TEXT = 8192;

    private static final Parameter WHY =
            Parameter.optional(REASON, new Kind.Text(LONGEST_TEXT), "Why, for the record and for the agent.");

    private PersonTools() {}

    static Tool inbox() {
        return Tool.reading(
                "inbox",
                "Lists what waits for a person: open questions of tasks and plans, with the commands that answer them.",
                List.of(Parameter.optional("limit", new Kind.Whole(1, 500), "Most questions to list. Default: 50.")),
                (client, arguments, out) -> {
                    Paging paging =
                            new Paging(arguments.number("limit").orElse(50L).intValue());
                    List<OpenQuestion> questions = paging.all((size, token) -> questions(client, size, token));
                    out.lines(InboxReport.lines(questions, Instant.now(), TaskTools.WIDTH, Style.PLAIN));
                });
    }

    private static Paging.Page<OpenQuestion> questions(PawlClient client, int size, String token) {
        ListOpenQuestionsResponse page = client.inbox()
                .listOpenQuestions(ListOpenQuestionsRequest.newBuilder()
                        .setPageSize(size)
                        .setPageToken(token)
                        .build());
        return new Paging.Page<>(page.getQuestionsList(), page.getNextPageToken());
    }

    /** @param by the person who is recorded */
    static Tool answer(String by) {
        return new Tool(
                "answer",
                "Answers the question of a task; the text goes into the agent's next prompt. Call it only with what the "
                        + "user says.",
                Effect.CONTINUES,
                List.of(
                        Parameter.task(),
                        Parameter.required(
                                TEXT, new Kind.Text(LONGEST_TEXT), "The answer, or one of the question's choices.")),
                acting(
                        "answer",
                        (client, id, arguments) -> client.tasks()
                                .answer(AnswerRequest.newBuilder()
                                        .setTaskId(id)
                                        .setText(arguments.required(TEXT))
                                        .setBy(by)
                                        .setRequestId(UUID.randomUUID().toString())
                                        .build())
                                .getState()));
    }

    /** @param by the person who is recorded */
    static Tool approve(String by) {
        return new Tool(
                "approve",
                "Accepts the last result of a task that waits for a person. It counts as accepted on the user's word: "
                        + "call it only if the user says so.",
                Effect.ENDS,
                List.of(Parameter.task(), WHY),
                acting(
                        "approve",
                        (client, id, arguments) -> client.tasks()
                                .approve(ApproveRequest.newBuilder()
                                        .setTaskId(id)
                                        .setText(arguments.text(REASON).orElse(""))
                                        .setBy(by)
                                        .setRequestId(UUID.randomUUID().toString())
                                        .build())
                                .getState()));
    }

    /** @param by the person who is recorded */
    static Tool reject(String by) {
        return new Tool(
                "reject",
                "Ends a task that waits for a person as rejected. Call it only if the user says so.",
                Effect.ENDS,
                List.of(Parameter.task(), WHY),
                acting(
                        "reject",
                        (client, id, arguments) -> client.tasks()
                                .reject(RejectRequest.newBuilder()
                                        .setTaskId(id)
                                        .setText(arguments.text(REASON).orElse(""))
                                        .setBy(by)
                                        .setRequestId(UUID.randomUUID().toString())
                                        .build())
                                .getState()));
    }

    private interface Act {
        TaskState on(PawlClient client, String taskId, Arguments arguments);
    }

    private static Tool.Work acting(String name, Act act) {
        return (client, arguments, out) -> {
            String id = new TaskLookup(client)
                    .find(arguments.required(TaskTools.TASK))
                    .getId();
            TaskState state = act.on(client, id, arguments);
            out.line("task %s: %s taken up; it was %s".formatted(id, name, Words.of(state.getStatus())));
        };
    }
}
