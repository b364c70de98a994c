package dev.pawl.cli.command.action;

import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.CancelRequest;
import dev.pawl.api.v1.Task;
import dev.pawl.api.v1.TaskState;
import dev.pawl.cli.connection.TaskLookup;
import dev.pawl.cli.invocation.Context;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "cancel",
        description = {
            "End a task at once: the agent is ended, its work is not assessed.",
            "Too late once the result is accepted.",
            "To assess and keep the work, use stop."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  pawl cancel calc-1f3a"})
public final class CancelCommand extends TaskAction {
    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for the record.")
    private String reason = "";

    CancelCommand(Context context) {
        super(context);
    }

    /** The request was sent; shows the task's state at this moment. */
    @Override
    TaskState act(PawlClient client, String taskId, String person, String requestId) {
        CancelRequest request = CancelRequest.newBuilder()
                .setTaskId(taskId)
                .setText(reason)
                .setBy(person)
                .build();
        client.tasks().cancel(request);
        Task task = new TaskLookup(client).find(taskId);
        return TaskState.newBuilder()
                .setStatus(task.getStatus())
                .setIteration(task.getIteration())
                .setPhase(task.getPhase())
                .build();
    }
}
