package dev.pawl.cli.command.action;

import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.PauseRequest;
import dev.pawl.api.v1.TaskState;
import dev.pawl.cli.invocation.Context;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "pause",
        description = "Pause a task before its next step; the running step continues.",
        footerHeading = "%nExamples:%n",
        footer = {"  pawl pause calc-1f3a"})
public final class PauseCommand extends TaskAction {
    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for the record and for the agent.")
    private String reason = "";

    PauseCommand(Context context) {
        super(context);
    }

    @Override
    TaskState act(PawlClient client, String taskId, String person, String requestId) {
        PauseRequest request = PauseRequest.newBuilder()
                .setTaskId(taskId)
                .setText(reason)
                .setBy(person)
                .setRequestId(requestId)
                .build();
        return client.tasks().pause(request).getState();
    }
}
