package dev.pawl.workflows.task.state;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.pawl.workflows.model.evidence.ClaimChecked;
import dev.pawl.workflows.model.plan.PlanMember;
import dev.pawl.workflows.model.request.TaskRequest;
import org.jspecify.annotations.Nullable;

/**
 * @param carried from an earlier run of the same task; absent in the first run
 * @param member the task's place in its plan; absent for a task of its own
 */
@ClaimChecked
public record TaskInput(
        TaskRequest request,
        @Nullable Carried carried,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable PlanMember member) {
    public static TaskInput first(TaskRequest request) {
        return new TaskInput(request, null, null);
    }

    /** Of a task that works on a package of a plan. */
    public static TaskInput first(TaskRequest request, PlanMember member) {
        return new TaskInput(request, null, member);
    }
}
