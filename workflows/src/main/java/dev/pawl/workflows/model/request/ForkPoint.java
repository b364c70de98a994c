package dev.pawl.workflows.model.request;

import dev.pawl.workflows.model.Require;

/**
 * The result of an iteration of another task, from which a task starts. Its base is that of the other task.
 *
 * @param hostId the host with the snapshots of the other task
 */
public record ForkPoint(String taskId, int iteration, String snapshot, String hostId) {
    public ForkPoint {
        Require.text(taskId, 200, "task_id");
        Require.text(snapshot, 64, "snapshot");
        Require.text(hostId, 200, "host_id");
        Require.range(iteration, 1, Integer.MAX_VALUE, "iteration");
    }
}
