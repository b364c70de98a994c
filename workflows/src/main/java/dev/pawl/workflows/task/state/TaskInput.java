package dev.pawl.workflows.task.state;

import dev.pawl.workflows.model.evidence.ClaimChecked;
import dev.pawl.workflows.model.request.TaskRequest;
import org.jspecify.annotations.Nullable;

/** @param carried from an earlier run of the same task; absent in the first run */
@ClaimChecked
public record TaskInput(TaskRequest request, @Nullable Carried carried) {
    public static TaskInput first(TaskRequest request) {
        return new TaskInput(request, null);
    }
}
