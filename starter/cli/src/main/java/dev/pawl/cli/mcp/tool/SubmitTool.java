package dev.pawl.cli.mcp.tool;

import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.SubmitTaskRequest;
import dev.pawl.api.v1.SubmitTaskResponse;
import dev.pawl.cli.command.GivenTask;
import dev.pawl.cli.command.Permission;
import dev.pawl.cli.connection.ConnectionOptions;
import dev.pawl.cli.invocation.CommandFailure;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.invocation.ExitCode;
import dev.pawl.cli.preflight.Preflight;
import dev.pawl.cli.taskfile.Submission;
import dev.pawl.cli.taskfile.TaskFile;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Starts a task. */
final class SubmitTool {
    private static final String REQUEST = "request_id";
    private static final Parameter REPEATABLE = Parameter.optional(
            REQUEST,
            new Kind.Text(128),
            "Makes a call safe to repeat: the same id never starts a second task. Default: a new one.");

    private final Context context;
    private final ConnectionOptions connection;

    SubmitTool(Context context, ConnectionOptions connection) {
        this.context = context;
        this.connection = connection;
    }

    Tool tool() {
        return new Tool(
                "submit",
                "Starts a task in the background and returns its id: a coding agent works in a private copy of the "
                        + "workspace until the checks prove its result. Give a prompt, or a task_file. Then call wait.",
                Effect.CONTINUES,
                Stream.concat(TaskArguments.parameters().stream(), Stream.of(REPEATABLE))
                        .toList(),
                this::run);
    }

    private void run(PawlClient client, Arguments arguments, Excerpt out) throws IOException {
        GivenTask given = new TaskArguments(context).read(arguments);
        new Permission(context).lacking(given.defaults()).ifPresent(what -> {
            throw new CommandFailure(ExitCode.CONFIGURATION, "nothing was started: " + what);
        });
        TaskFile task = given.task();
        List<String> notes = connection.local() ? new Preflight(context).check(task) : List.of();
        SubmitTaskResponse submitted = client.tasks()
                .submitTask(SubmitTaskRequest.newBuilder()
                        .setRequestId(arguments
                                .text(REQUEST)
                                .orElseGet(() -> UUID.randomUUID().toString()))
                        .setTask(Submission.of(task, true))
                        .build());
        out.line("task " + submitted.getTaskId() + ": " + task.title());
        notes.forEach(note -> out.line("note: " + note));
        if (!submitted.getWebUi().isEmpty()) {
            out.line("web ui: " + submitted.getWebUi());
        }
        out.line(
                submitted.getRegistered()
                        ? "call wait for its end"
                        : "no worker has started it yet; it runs when one is available, see: pawl doctor");
    }
}
