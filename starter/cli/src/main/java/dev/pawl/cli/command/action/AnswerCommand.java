package dev.pawl.cli.command.action;

import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.AnswerRequest;
import dev.pawl.api.v1.GetTaskRequest;
import dev.pawl.api.v1.Task;
import dev.pawl.api.v1.TaskState;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.terminal.Terminal;
import java.io.IOException;
import picocli.CommandLine.Command;

@Command(
        name = "answer",
        description = {
            "Answer the question of a task; the text goes into the next prompt.",
            "Without a text, and on a terminal, it shows the question and its choices and waits for what you type."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  pawl answer calc-1f3a \"Support decimals, not fractions\"",
            "  pawl answer calc-1f3a",
            "  pawl answer calc-1f3a --file answer.md"
        })
public final class AnswerCommand extends TextAction {
    private final Terminal terminal;

    AnswerCommand(Context context) {
        super(context);
        this.terminal = context.terminal();
    }

    @Override
    TaskState act(PawlClient client, String taskId, String person, String requestId) throws IOException {
        AnswerRequest request = AnswerRequest.newBuilder()
                .setTaskId(taskId)
                .setText(given() || !terminal.interactive() ? text() : typed(client, taskId))
                .setBy(person)
                .setRequestId(requestId)
                .build();
        return client.tasks().answer(request).getState();
    }

    private String typed(PawlClient client, String taskId) throws IOException {
        Task task = client.tasks()
                .getTask(GetTaskRequest.newBuilder().setTaskId(taskId).build())
                .getTask();
        return new AnswerDialog(terminal).answer(task);
    }
}
