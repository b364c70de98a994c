package dev.pawl.cli.command;

import com.google.gson.JsonObject;
import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.RetryTaskRequest;
import dev.pawl.api.v1.RetryTaskResponse;
import dev.pawl.api.v1.Task;
import dev.pawl.cli.command.option.OutputOption;
import dev.pawl.cli.command.option.RequestIdOption;
import dev.pawl.cli.command.option.TaskParameter;
import dev.pawl.cli.connection.ConnectionOptions;
import dev.pawl.cli.connection.TaskLookup;
import dev.pawl.cli.invocation.Context;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "retry",
        description = {
            "Start an ended task again, as a new task with the same request, and return.",
            "Prints the new task's id. It starts from the current state of its workspace."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  pawl retry last", "  pawl watch \"$(pawl retry calc-1f3a)\""})
public final class RetryCommand implements Callable<Integer> {
    private final Context context;

    @Mixin
    private TaskParameter task;

    @Mixin
    private RequestIdOption requestId;

    @Mixin
    private OutputOption output;

    @Mixin
    private ConnectionOptions connection;

    RetryCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        try (PawlClient client = connection.open()) {
            Task ended = new TaskLookup(client).find(task.id());
            RetryTaskRequest request = RetryTaskRequest.newBuilder()
                    .setTaskId(ended.getId())
                    .setRequestId(requestId.orNew())
                    .build();
            RetryTaskResponse again = client.tasks().retryTask(request);
            context.terminal().say("task " + again.getTaskId() + ": " + ended.getTitle());
            context.terminal().say("watch it: pawl watch " + again.getTaskId());
            output.print(() -> List.of(again.getTaskId()), () -> document(again, ended));
        }
        return 0;
    }

    private static JsonObject document(RetryTaskResponse again, Task ended) {
        JsonObject json = new JsonObject();
        json.addProperty("id", again.getTaskId());
        json.addProperty("title", ended.getTitle());
        json.addProperty("retry_of", ended.getId());
        json.addProperty("registered", again.getRegistered());
        return json;
    }
}
