package dev.pawl.cli.command;

import com.google.gson.JsonObject;
import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.Task;
import dev.pawl.api.v1.TaskStatus;
import dev.pawl.api.v1.WorkspaceMode;
import dev.pawl.cli.command.option.OutputOption;
import dev.pawl.cli.command.option.TaskParameter;
import dev.pawl.cli.connection.ConnectionOptions;
import dev.pawl.cli.connection.TaskLookup;
import dev.pawl.cli.document.Json;
import dev.pawl.cli.invocation.CommandFailure;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.invocation.ExitCode;
import dev.pawl.cli.result.Patch;
import dev.pawl.cli.result.PatchTarget;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "apply",
        description = {
            "Apply the change of a task to your files: all of it or, if it does not fit, nothing.",
            "Only files are changed; nothing is committed. The directory is that of the task's workspace, or for a "
                    + "task that started empty the current one."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  pawl apply calc-1f3a", "  pawl apply calc-1f3a --to ../calculator"})
public final class ApplyCommand implements Callable<Integer> {
    private final Context context;

    @Mixin
    private TaskParameter task;

    @Option(names = "--to", paramLabel = "DIRECTORY", description = "Apply it there instead; created if missing.")
    private @Nullable Path to;

    @Mixin
    private OutputOption output;

    @Mixin
    private ConnectionOptions connection;

    ApplyCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        try (PawlClient client = connection.open()) {
            Task found = new TaskLookup(client).find(task.id());
            List<String> changed = apply(client, found, directory(found));
            output.print(() -> lines(found, changed), () -> document(found, changed));
        }
        return 0;
    }

    private Path directory(Task found) throws IOException {
        if (to != null) {
            return Files.createDirectories(context.directory().resolve(to)).toRealPath();
        }
        if (found.getWorkspace().getMode() == WorkspaceMode.WORKSPACE_MODE_IN_PLACE) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "the task worked in " + found.getWorkspace().getSource() + " itself; its change is already there");
        }
        Path directory =
                found.getWorkspace().hasSource() ? Path.of(found.getWorkspace().getSource()) : context.directory();
        if (!Files.isDirectory(directory)) {
            throw new CommandFailure(ExitCode.USAGE, directory + " is gone; name another directory: --to DIRECTORY");
        }
        return directory.toRealPath();
    }

    private List<String> apply(PawlClient client, Task found, Path directory) throws IOException, InterruptedException {
        Path patch = Files.createTempFile("pawl-", ".patch");
        try {
            try (OutputStream out = Files.newOutputStream(patch)) {
                if (Patch.write(client, found.getId(), null, out) == 0) {
                    return List.of();
                }
            }
            List<String> changed = new PatchTarget(directory).apply(patch);
            context.terminal().say("applied to " + directory + "; nothing was committed");
            return changed;
        } finally {
            Files.delete(patch);
        }
    }

    private List<String> lines(Task found, List<String> changed) {
        List<String> lines = new ArrayList<>(changed);
        if (changed.isEmpty()) {
            lines.add("the task made no change");
        } else if (found.getStatus() != TaskStatus.TASK_STATUS_ACCEPTED) {
            context.terminal().say("note: this result was not accepted; see: pawl status " + found.getId());
        }
        return lines;
    }

    private static JsonObject document(Task found, List<String> changed) {
        JsonObject json = new JsonObject();
        json.addProperty("id", found.getId());
        json.add("changed", Json.texts(changed));
        return json;
    }
}
