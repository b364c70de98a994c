package dev.pawl.cli.command.plan;

import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.GetTaskRequest;
import dev.pawl.api.v1.Plan;
import dev.pawl.api.v1.Task;
import dev.pawl.cli.planreport.PlanFigures;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The tasks of a plan, for the figures that the plan itself does not have. */
final class PlanTasks {
    private PlanTasks() {}

    static PlanFigures figures(PawlClient client, Plan plan) {
        return PlanFigures.of(plan, id -> task(client, id), Instant.now());
    }

    /** Null if retention removed it. */
    private static @Nullable Task task(PawlClient client, String id) {
        try {
            return client.tasks()
                    .getTask(GetTaskRequest.newBuilder().setTaskId(id).build())
                    .getTask();
        } catch (StatusRuntimeException error) {
            if (error.getStatus().getCode() == Status.Code.NOT_FOUND) {
                return null;
            }
            throw error;
        }
    }
}
