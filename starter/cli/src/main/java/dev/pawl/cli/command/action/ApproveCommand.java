package dev.pawl.cli.command.action;

import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.ApproveRequest;
import dev.pawl.api.v1.TaskState;
import dev.pawl.cli.invocation.Context;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "approve",
        description = {
            "Accept the last result of a task that waits for a person.",
            "The result counts as accepted on your word, and the record says so."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  pawl diff calc-1f3a && pawl approve calc-1f3a",
            "  pawl approve calc-1f3a --reason \"reviewed by hand\""
        })
public final class ApproveCommand extends TaskAction {
    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for the record and for the agent.")
    private String reason = "";

    ApproveCommand(Context context) {
        super(context);
    }

    @Override
    TaskState act(PawlClient client, String taskId, String person, String requestId) {
        ApproveRequest request = ApproveRequest.newBuilder()
                .setTaskId(taskId)
                .setText(reason)
                .setBy(person)
                .setRequestId(requestId)
                .build();
        return client.tasks().approve(request).getState();
    }
}
