package dev.pawl.cli.command.action;

import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.InstructRequest;
import dev.pawl.api.v1.TaskState;
import dev.pawl.cli.invocation.Context;
import java.io.IOException;
import picocli.CommandLine.Command;

@Command(
        name = "instruct",
        description = "Give a task guidance for its next iteration, without a question.",
        footerHeading = "%nExamples:%n",
        footer = {"  pawl instruct calc-1f3a \"Keep the public names\"", "  pawl instruct calc-1f3a --file guidance.md"
        })
public final class InstructCommand extends TextAction {
    InstructCommand(Context context) {
        super(context);
    }

    @Override
    TaskState act(PawlClient client, String taskId, String person, String requestId) throws IOException {
        InstructRequest request = InstructRequest.newBuilder()
                .setTaskId(taskId)
                .setText(text())
                .setBy(person)
                .setRequestId(requestId)
                .build();
        return client.tasks().instruct(request).getState();
    }
}
