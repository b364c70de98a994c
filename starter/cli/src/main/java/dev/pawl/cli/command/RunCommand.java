package dev.pawl.cli.command;

import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.Task;
import dev.pawl.cli.Context;
import dev.pawl.cli.connection.ConnectionOptions;
import dev.pawl.cli.connection.TaskLookup;
import dev.pawl.cli.taskfile.TaskFile;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "run",
        description = {
            "Run a task and watch it until it is proven.",
            "Starts the local stack if no gateway is configured and none runs. Ctrl-C only detaches."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  pawl run task.md",
            "  pawl run task.md --no-interactive -o json    in scripts: never wait for a person",
            "  pawl run task.md --label nightly --timeout 1h"
        })
public final class RunCommand implements Callable<Integer> {
    private final Context context;

    @Mixin
    private SubmitOptions submit;

    @Mixin
    private OutputOption output;

    @Mixin
    private ConnectionOptions connection;

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "How long to watch, such as 30m; the task goes on afterwards. Default: until it ends.")
    private @Nullable Duration timeout;

    RunCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        TaskFile file = submit.read();
        if (connection.local()) {
            submit.preflight(file);
        }
        Task task;
        try (PawlClient client = connection.openOrStart()) {
            task = new TaskLookup(client).find(submit.submit(client, file).getTaskId());
        }
        return new WatchView(context, connection, output).follow(task, timeout).code();
    }
}
