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
import picocli.CommandLine.Option;

@Command(
        name = "fork",
        description = {
            "Start an ended task again from the result of one of its iterations, and return.",
            "Prints the new task's id. Its request and its base are those of the ended task."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  pawl fork last --iteration 2", "  pawl watch \"$(pawl fork calc-1f3a --iteration 1)\""})
public final class ForkCommand implements Callable<Integer> {
    private final Context context;

    @Mixin
    private TaskParameter task;

    @Option(names = "--iteration", paramLabel = "N", required = true, description = "The iteration, from 1.")
    private int iteration;

    @Mixin
    private RequestIdOption requestId;

    @Mixin
    private OutputOption output;

    @Mixin
    private ConnectionOptions connection;

    ForkCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        try (PawlClient client = connection.open()) {
            Task ended = new TaskLookup(client).find(task.id());
            RetryTaskRequest request = RetryTaskRequest.newBuilder()
                    .setTaskId(ended.getId())
                    .setRequestId(requestId.orNew())
                    .setIteration(iteration)
                    .build();
            RetryTaskResponse fork = client.tasks().retryTask(request);
            context.terminal()
                    .say("task %s: %s, from iteration %d".formatted(fork.getTaskId(), ended.getTitle(), iteration));
            context.terminal().say("watch it: pawl watch " + fork.getTaskId());
            output.print(() -> List.of(fork.getTaskId()), () -> document(fork, ended));
        }
        return 0;
    }

    private JsonObject document(RetryTaskResponse fork, Task ended) {
        JsonObject json = new JsonObject();
        json.addProperty("id", fork.getTaskId());
        json.addProperty("title", ended.getTitle());
        json.addProperty("fork_of", ended.getId());
        json.addProperty("iteration", iteration);
        json.addProperty("registered", fork.getRegistered());
        return json;
    }
}
