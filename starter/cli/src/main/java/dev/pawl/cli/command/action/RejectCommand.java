package dev.pawl.cli.command.action;

import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.RejectRequest;
import dev.pawl.api.v1.TaskState;
import dev.pawl.cli.invocation.Context;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "reject",
        description = "End a task that waits for a person as rejected.",
        footerHeading = "%nExamples:%n",
        footer = {"  pawl reject calc-1f3a --reason \"solved otherwise\""})
public final class RejectCommand extends TaskAction {
    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for the record and for the agent.")
    private String reason = "";

    RejectCommand(Context context) {
        super(context);
    }

    @Override
    TaskState act(PawlClient client, String taskId, String person, String requestId) {
        RejectRequest request = RejectRequest.newBuilder()
                .setTaskId(taskId)
                .setText(reason)
                .setBy(person)
                .setRequestId(requestId)
                .build();
        return client.tasks().reject(request).getState();
    }
}
