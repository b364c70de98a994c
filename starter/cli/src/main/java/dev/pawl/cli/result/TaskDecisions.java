package dev.pawl.cli.result;

import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.Decision;
import dev.pawl.api.v1.ListDecisionsRequest;
import dev.pawl.api.v1.Task;
import java.util.ArrayList;
import java.util.List;

/** All decisions on a task, oldest first, also those of parked iterations and of people. */
public final class TaskDecisions {
    private TaskDecisions() {}

    public static List<Decision> of(PawlClient client, Task task) {
        List<Decision> all = new ArrayList<>();
        client.tasks()
                .listDecisions(ListDecisionsRequest.newBuilder()
                        .setTaskId(task.getId())
                        .build())
                .forEachRemaining(part -> all.add(part.getDecision()));
        return all;
    }
}
