package dev.pawl.cli.command.action;

import com.google.gson.JsonObject;
import dev.pawl.api.client.PawlClient;
import dev.pawl.api.client.Words;
import dev.pawl.api.v1.TaskState;
import dev.pawl.api.v1.TaskStatus;
import dev.pawl.cli.command.option.OutputOption;
import dev.pawl.cli.command.option.TaskParameter;
import dev.pawl.cli.connection.ConnectionOptions;
import dev.pawl.cli.connection.TaskLookup;
import dev.pawl.cli.document.Json;
import dev.pawl.cli.invocation.Context;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that acts on a task and shows its new state. */
abstract class TaskAction implements Callable<Integer> {
    private final Context context;

    @Spec
    private CommandSpec spec;

    @Mixin
    private TaskParameter task;

    @Mixin
    private OutputOption output;

    @Mixin
    private ConnectionOptions connection;

    TaskAction(Context context) {
        this.context = context;
    }

    /** @param requestId makes retries safe */
    abstract TaskState act(PawlClient client, String taskId, String person, String requestId) throws Exception;

    @Override
    public final Integer call() throws Exception {
        try (PawlClient client = connection.open()) {
            String id = new TaskLookup(client).find(task.id()).getId();
            TaskState state =
                    act(client, id, context.person(), UUID.randomUUID().toString());
            output.print(() -> lines(id, state), () -> document(id, state));
        }
        return 0;
    }

    private List<String> lines(String id, TaskState state) {
        String line = "task " + id + ": " + spec.name() + " taken up";
        // The answer is on its way; showing the task as still waiting would confuse.
        if (state.getStatus() == TaskStatus.TASK_STATUS_WAITING) {
            return List.of(line);
        }
        String iteration = state.getIteration() > 0 ? ", iteration " + state.getIteration() : "";
        String phase = state.getPhase().isEmpty() ? "" : ", " + state.getPhase();
        return List.of(line + "; " + Words.of(state.getStatus()) + iteration + phase);
    }

    private static JsonObject document(String id, TaskState state) {
        JsonObject json = new JsonObject();
        json.addProperty("id", id);
        json.add("status", Json.text(Words.of(state.getStatus())));
        json.addProperty("iteration", state.getIteration());
        json.add("phase", Json.text(state.getPhase()));
        json.add("question", Json.text(state.getQuestion()));
        return json;
    }
}
