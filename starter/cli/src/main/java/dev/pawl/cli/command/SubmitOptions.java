package dev.pawl.cli.command;

import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.SubmitTaskRequest;
import dev.pawl.api.v1.SubmitTaskResponse;
import dev.pawl.api.v1.TaskSpec;
import dev.pawl.cli.command.agents.NamedAgents;
import dev.pawl.cli.invocation.CommandFailure;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.invocation.ExitCode;
import dev.pawl.cli.preflight.Preflight;
import dev.pawl.cli.taskfile.Submission;
import dev.pawl.cli.taskfile.TaskFile;
import dev.pawl.cli.taskfile.TaskFileParser;
import dev.pawl.cli.yaml.InvalidFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The task file and its options; shared by {@code run} and {@code submit}. */
final class SubmitOptions {
    private final Context context;

    @Parameters(paramLabel = "FILE", description = "The task file. docs/task-file.md explains its keys.")
    private Path file;

    @Option(
            names = "--no-interactive",
            description = "End the task instead of waiting for a person; the exit code is then 10.")
    private boolean notInteractive;

    @Option(
            names = "--label",
            paramLabel = "WORD",
            description = "A word to filter tasks by, in addition to those of the file. May be repeated.")
    private List<String> labels = List.of();

    @Option(
            names = "--request-id",
            paramLabel = "ID",
            description = "Identifies this piece of work: the same id never starts a second task. Default: a new one.")
    private @Nullable String requestId;

    SubmitOptions(Context context) {
        this.context = context;
    }

    /** @throws CommandFailure with every problem of the file */
    TaskFile read() throws IOException {
        return read(context, file);
    }

    static TaskFile read(Context context, Path file) throws IOException {
        try {
            return TaskFileParser.parse(context.directory().resolve(file), NamedAgents.of(context), context.home());
        } catch (InvalidFileException invalid) {
            int count = invalid.problems().size();
            StringBuilder message = new StringBuilder(
                    "%s has %s, nothing was started:".formatted(file, count == 1 ? "a problem" : count + " problems"));
            invalid.problems().forEach(problem -> message.append("\n  ").append(problem.in(file.toString())));
            throw new CommandFailure(ExitCode.USAGE, message.toString(), invalid);
        }
    }

    /** @throws CommandFailure if this machine, which is to run the task, lacks something */
    void preflight(TaskFile task) {
        new Preflight(context).check(task).forEach(note -> context.terminal().say("note: " + note));
    }

    SubmitTaskResponse submit(PawlClient client, TaskFile task) {
        TaskSpec spec = Submission.of(task, !notInteractive).toBuilder()
                .addAllLabels(labels)
                .build();
        SubmitTaskRequest request = SubmitTaskRequest.newBuilder()
                .setRequestId(requestId == null ? UUID.randomUUID().toString() : requestId)
                .setTask(spec)
                .build();
        SubmitTaskResponse response = client.tasks().submitTask(request);
        context.terminal().say("task " + response.getTaskId() + ": " + task.title());
        if (!response.getWebUi().isEmpty()) {
            context.terminal().say("web ui: " + response.getWebUi());
        }
        if (!response.getRegistered()) {
            context.terminal().say("note: no worker has started it yet; see: pawl doctor");
        }
        return response;
    }
}
