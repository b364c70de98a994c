package dev.pawl.cli.command.action;

import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.ResumeRequest;
import dev.pawl.api.v1.TaskState;
import dev.pawl.cli.invocation.Context;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "resume",
        description = "Resume a paused task.",
        footerHeading = "%nExamples:%n",
        footer = {"  pawl resume calc-1f3a"})
public final class ResumeCommand extends TaskAction {
    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for the record and for the agent.")
    private String reason = "";

    ResumeCommand(Context context) {
        super(context);
    }

    @Override
    TaskState act(PawlClient client, String taskId, String person, String requestId) {
        ResumeRequest request = ResumeRequest.newBuilder()
                .setTaskId(taskId)
                .setText(reason)
                .setBy(person)
                .setRequestId(requestId)
                .build();
        return client.tasks().resume(request).getState();
    }
}
