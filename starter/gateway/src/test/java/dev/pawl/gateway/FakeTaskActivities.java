package dev.pawl.gateway;

import dev.pawl.workflows.model.request.TaskRequest;
import io.temporal.activity.ActivityInterface;

/** What the gateway's tests need of the bookkeeping. */
@ActivityInterface
public interface FakeTaskActivities {
    void register(String taskId, String runId, TaskRequest request);

    void finish(String taskId, String status, String reason);
}
