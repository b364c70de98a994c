package dev.pawl.workflows.scheduled;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.pawl.workflows.model.plan.PlanRequest;
import dev.pawl.workflows.model.request.TaskRequest;
import org.jspecify.annotations.Nullable;

/**
 * What a schedule starts: a task or a plan. Kept in the schedule itself, since stored content that no task refers to is
 * removed.
 *
 * @param schedule its name
 */
public record ScheduledRun(
        String schedule,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable TaskRequest task,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable PlanRequest plan) {
    public ScheduledRun {
        if ((task == null) == (plan == null)) {
            throw new IllegalArgumentException("a schedule starts either a task or a plan");
        }
    }

    public static ScheduledRun of(String schedule, TaskRequest task) {
        return new ScheduledRun(schedule, task, null);
    }

    public static ScheduledRun of(String schedule, PlanRequest plan) {
        return new ScheduledRun(schedule, null, plan);
    }
}
