package dev.pawl.gateway;

import dev.pawl.workflows.model.request.TaskRequest;
import io.temporal.activity.ActivityInterface;

/** The bookkeeping that the gateway's tests need. */
@ActivityInterface
public interface FakeTaskActivities {
    void register(String taskId, String runId, TaskRequest request);

    void finish(String taskId, String status, String reason);
}
