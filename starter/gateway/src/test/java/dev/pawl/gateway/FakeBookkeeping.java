package dev.pawl.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.pawl.db.task.NewTask;
import dev.pawl.db.task.TaskResult;
import dev.pawl.gateway.view.Rows;
import dev.pawl.workflows.codec.PawlDataConverter;
import dev.pawl.workflows.model.ContentRef;
import dev.pawl.workflows.model.request.TaskRequest;

class FakeBookkeeping implements FakeTaskActivities {
    private final Rows rows;

    FakeBookkeeping(Rows rows) {
        this.rows = rows;
    }

    @Override
    public void register(String taskId, String runId, TaskRequest request) {
        ContentRef prompt = request.prompt().ref();
        rows.tasks()
                .register(new NewTask(
                        taskId,
                        runId,
                        "",
                        request.title(),
                        request.agent().name(),
                        request.agent().model(),
                        request.workspace().source(),
                        request.workspace().mode().wire(),
                        "host-1",
                        json(request),
                        prompt == null ? null : prompt.sha256(),
                        request.labels()));
        rows.events().append("registered", taskId, "task_registered", "{\"title\":\"" + request.title() + "\"}");
    }

    @Override
    public void finish(String taskId, String status, String reason) {
        rows.tasks().finish(taskId, new TaskResult(status, "none", reason, null, "none", ""));
        rows.events().append("finished", taskId, "task_finished", "{\"status\":\"" + status + "\"}");
    }

    private static String json(TaskRequest request) {
        try {
            return PawlDataConverter.mapper().writeValueAsString(request);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
