package dev.pawl.workflows.activity.task;

import dev.pawl.workflows.model.ContentRef;
import dev.pawl.workflows.model.evidence.ClaimChecked;
import dev.pawl.workflows.model.request.TaskRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param feedback what the last decision found missing; absent in the first iteration
 * @param guidance answers and instructions of people, oldest first
 */
@ClaimChecked
public record ComposePrompt(
        String taskId,
        int iteration,
        TaskRequest request,
        @Nullable ContentRef feedback,
        List<String> guidance) {
    public ComposePrompt {
        guidance = List.copyOf(guidance);
    }
}
