package dev.pawl.cli.command;

import com.google.gson.JsonObject;
import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.Task;
import dev.pawl.cli.command.option.OutputOption;
import dev.pawl.cli.command.option.TaskParameter;
import dev.pawl.cli.connection.ConnectionOptions;
import dev.pawl.cli.connection.TaskLookup;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.terminal.Style;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** A command that shows the current state of one task. */
abstract class ShownTask implements Callable<Integer> {
    private final Context context;

    @Mixin
    private TaskParameter task;

    @Mixin
    private OutputOption output;

    @Mixin
    private ConnectionOptions connection;

    ShownTask(Context context) {
        this.context = context;
    }

    abstract List<String> lines(PawlClient client, Task found, int width, Style style);

    abstract JsonObject document(PawlClient client, Task found);

    @Override
    public final Integer call() throws Exception {
        try (PawlClient client = connection.open()) {
            Task found = new TaskLookup(client).find(task.id());
            output.print(
                    () -> lines(
                            client,
                            found,
                            context.terminal().width(),
                            context.terminal().outStyle()),
                    () -> document(client, found));
        }
        return 0;
    }
}
