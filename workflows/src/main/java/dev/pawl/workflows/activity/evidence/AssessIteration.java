package dev.pawl.workflows.activity.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.pawl.workflows.activity.workspace.Prepared;
import dev.pawl.workflows.model.evidence.ClaimChecked;
import dev.pawl.workflows.model.request.TaskRequest;
import java.util.List;

/**
 * @param prepared the checks and their baseline
 * @param skipped names of checks that a person excluded from this task
 */
@ClaimChecked
public record AssessIteration(
        String taskId,
        int iteration,
        TaskRequest request,
        Prepared prepared,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> skipped) {
    public AssessIteration {
        skipped = skipped == null ? List.of() : List.copyOf(skipped);
    }

    /** With all checks. */
    public AssessIteration(String taskId, int iteration, TaskRequest request, Prepared prepared) {
        this(taskId, iteration, request, prepared, List.of());
    }
}
