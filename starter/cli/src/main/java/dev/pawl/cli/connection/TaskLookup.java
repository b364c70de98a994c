package dev.pawl.cli.connection;

import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.GetTaskRequest;
import dev.pawl.api.v1.ListTasksRequest;
import dev.pawl.api.v1.Task;
import dev.pawl.cli.invocation.CommandFailure;
import dev.pawl.cli.invocation.ExitCode;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.List;

/** Finds tasks by their id or a prefix of it. */
public final class TaskLookup {
    private static final String LAST = "last";

    private final PawlClient client;

    public TaskLookup(PawlClient client) {
        this.client = client;
    }

    /**
     * @param id of a task, a unique prefix, or the word {@value #LAST} for the newest one
     * @throws CommandFailure naming the closest ids if there is no such task, or more than one
     */
    public Task find(String id) {
        if (id.equals(LAST)) {
            return newest();
        }
        try {
            return get(id);
        } catch (StatusRuntimeException error) {
            if (error.getStatus().getCode() != Status.Code.NOT_FOUND) {
                throw error;
            }
            List<String> matches = startingWith(id);
            if (matches.size() == 1) {
                return get(matches.getFirst());
            }
            throw unknown(id, matches.isEmpty() ? GatewayErrors.closest(error) : matches, error);
        }
    }

    private Task get(String id) {
        GetTaskRequest request = GetTaskRequest.newBuilder().setTaskId(id).build();
        return client.tasks().getTask(request).getTask();
    }

    private Task newest() {
        ListTasksRequest request = ListTasksRequest.newBuilder().setPageSize(1).build();
        return client.tasks().listTasks(request).getTasksList().stream()
                .findFirst()
                .map(task -> get(task.getId()))
                .orElseThrow(() -> new CommandFailure(ExitCode.USAGE, "there is no task yet; start one with pawl run"));
    }

    private List<String> startingWith(String prefix) {
        ListTasksRequest request =
                ListTasksRequest.newBuilder().setText(prefix).setPageSize(100).build();
        return client.tasks().listTasks(request).getTasksList().stream()
                .map(Task::getId)
                .filter(id -> id.startsWith(prefix))
                .toList();
    }

    private static CommandFailure unknown(String id, List<String> candidates, StatusRuntimeException error) {
        boolean ambiguous = candidates.stream()
                        .filter(candidate -> candidate.startsWith(id))
                        .count()
                > 1;
        String what = ambiguous ? "more than one task begins with '%s'" : "no task '%s'";
        return new CommandFailure(ExitCode.USAGE, what.formatted(id) + GatewayErrors.alternatives(candidates), error);
    }
}
