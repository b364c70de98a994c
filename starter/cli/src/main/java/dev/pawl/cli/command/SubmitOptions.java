package dev.pawl.cli.command;

import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.SubmitTaskRequest;
import dev.pawl.api.v1.SubmitTaskResponse;
import dev.pawl.api.v1.TaskSpec;
import dev.pawl.cli.command.option.RequestIdOption;
import dev.pawl.cli.invocation.CommandFailure;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.preflight.Preflight;
import dev.pawl.cli.taskfile.Submission;
import dev.pawl.cli.taskfile.TaskFile;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The task and its options; shared by {@code run}, {@code submit} and {@code schedule create}. */
public final class SubmitOptions {
    private final Context context;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Parameters(
            paramLabel = "FILE-OR-TEXT",
            description = {
                "The task file, or what to do in several words, in quotes, for the current repository.",
                "docs/task-file.md explains the keys of a file and the defaults of a repository."
            })
    private String task;

    @Option(
            names = "--agent",
            paramLabel = "NAME",
            description = "The agent, instead of the one that the file or the defaults name.")
    private @Nullable String agent;

    @Option(
            names = "--trust",
            description = "Permit, from now on, what .pawl/defaults.yaml sets that needs your permission. It is shown.")
    private boolean trust;

    @Option(
            names = "--no-interactive",
            description = "End the task instead of waiting for a person; the exit code is then 10.")
    private boolean notInteractive;

    @Option(
            names = "--label",
            paramLabel = "WORD",
            description = "A word to filter tasks by, in addition to those of the file. May be repeated.")
    private List<String> labels = List.of();

    SubmitOptions(Context context) {
        this.context = context;
    }

    /** @throws CommandFailure with every problem of the task, or if the user does not permit what its defaults set */
    public TaskFile read() throws IOException {
        GivenTask given = switch (TaskArgument.of(task, context)) {
            case TaskArgument.OfFile(var file) ->
                GivenTask.valid(file.toString(), () -> GivenTask.file(context, file, agent));
            case TaskArgument.OfText(var text) -> GivenTask.ofText(context, text, agent);
        };
        new Permission(context).require(given.defaults(), trust, command.qualifiedName() + " --trust " + quoted(task));
        return given.task();
    }

    /** As a word of a shell. */
    private static String quoted(String word) {
        return word.matches("[\\w./@:+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    /** @throws CommandFailure if this machine, which is to run the task, lacks something */
    void preflight(TaskFile task) {
        new Preflight(context).check(task).forEach(note -> context.terminal().say("note: " + note));
    }

    /** What the user named: a file or a text. */
    public String given() {
        return task;
    }

    public boolean interactive() {
        return !notInteractive;
    }

    public List<String> labels() {
        return List.copyOf(labels);
    }

    public TaskSpec spec(TaskFile task) {
        return Submission.of(task, interactive()).toBuilder()
                .addAllLabels(labels)
                .build();
    }

    Submitted submit(PawlClient client, TaskFile task, RequestIdOption requestId) {
        SubmitTaskRequest request = SubmitTaskRequest.newBuilder()
                .setRequestId(requestId.orNew())
                .setTask(spec(task))
                .build();
        SubmitTaskResponse response = client.tasks().submitTask(request);
        return new Submitted(response.getTaskId(), task.title(), response.getWebUi(), response.getRegistered())
                .announced("task", context.terminal());
    }
}
