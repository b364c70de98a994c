package dev.pawl.workflows.activity.plan;

import dev.pawl.workflows.model.evidence.ClaimChecked;
import dev.pawl.workflows.model.plan.TaskEnded;
import java.util.List;

@ClaimChecked
public record EndedTasks(List<TaskEnded> tasks) {
    public EndedTasks {
        tasks = List.copyOf(tasks);
    }
}
