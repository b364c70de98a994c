package dev.pawl.cli.command.action;

import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.AnswerRequest;
import dev.pawl.api.v1.TaskState;
import dev.pawl.cli.invocation.Context;
import java.io.IOException;
import picocli.CommandLine.Command;

@Command(
        name = "answer",
        description = "Answer the question of a task; the text goes into the next prompt.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  pawl answer calc-1f3a \"Support decimals, not fractions\"",
            "  pawl answer calc-1f3a --file answer.md"
        })
public final class AnswerCommand extends TextAction {
    AnswerCommand(Context context) {
        super(context);
    }

    @Override
    TaskState act(PawlClient client, String taskId, String person, String requestId) throws IOException {
        AnswerRequest request = AnswerRequest.newBuilder()
                .setTaskId(taskId)
                .setText(text())
                .setBy(person)
                .setRequestId(requestId)
                .build();
        return client.tasks().answer(request).getState();
    }
}
