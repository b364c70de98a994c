package dev.pawl.workflows.activity;

import dev.pawl.workflows.model.ClaimChecked;
import dev.pawl.workflows.model.ContentRef;
import dev.pawl.workflows.model.TaskRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param feedback what the last decision says is missing; absent in the first iteration
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
