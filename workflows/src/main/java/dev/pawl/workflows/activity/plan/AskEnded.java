package dev.pawl.workflows.activity.plan;

import dev.pawl.workflows.model.evidence.ClaimChecked;
import java.util.List;

/** @param taskIds at most a plan's parallel packages */
@ClaimChecked
public record AskEnded(String planId, List<String> taskIds) {
    public AskEnded {
        taskIds = List.copyOf(taskIds);
    }
}
