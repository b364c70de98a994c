package dev.pawl.cli.command.action;

import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.StopRequest;
import dev.pawl.api.v1.TaskState;
import dev.pawl.cli.invocation.Context;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "stop",
        description = "End a task gracefully: the agent is ended, its work is assessed and kept.",
        footerHeading = "%nExamples:%n",
        footer = {"  pawl stop calc-1f3a", "  pawl stop calc-1f3a --reason \"good enough\""})
public final class StopCommand extends TaskAction {
    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for the record and for the agent.")
    private String reason = "";

    StopCommand(Context context) {
        super(context);
    }

    @Override
    TaskState act(PawlClient client, String taskId, String person, String requestId) {
        StopRequest request = StopRequest.newBuilder()
                .setTaskId(taskId)
                .setText(reason)
                .setBy(person)
                .setRequestId(requestId)
                .build();
        return client.tasks().stop(request).getState();
    }
}
