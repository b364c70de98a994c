package dev.pawl.workflows.activity.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.pawl.workflows.model.evidence.ClaimChecked;
import dev.pawl.workflows.model.plan.PlanMember;
import dev.pawl.workflows.model.request.TaskRequest;
import org.jspecify.annotations.Nullable;

/**
 * @param runId the workflow run; a reset changes it
 * @param member the task's place in its plan, which also names its host; absent for a task of its own
 */
@ClaimChecked
public record RegisterTask(
        String taskId,
        String runId,
        TaskRequest request,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable PlanMember member) {
    /** Of a task of its own. */
    public RegisterTask(String taskId, String runId, TaskRequest request) {
        this(taskId, runId, request, null);
    }
}
