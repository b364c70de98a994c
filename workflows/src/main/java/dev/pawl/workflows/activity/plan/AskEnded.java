package dev.pawl.workflows.activity.plan;

import java.util.List;

/** @param taskIds at most a plan's parallel packages */
public record AskEnded(String planId, List<String> taskIds) {
    public AskEnded {
        taskIds = List.copyOf(taskIds);
    }
}
