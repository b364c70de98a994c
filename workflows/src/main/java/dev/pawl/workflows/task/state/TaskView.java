package dev.pawl.workflows.task.state;

import dev.pawl.workflows.model.evidence.ClaimChecked;
import dev.pawl.workflows.model.outcome.Decision;
import dev.pawl.workflows.model.outcome.TaskStatus;
import org.jspecify.annotations.Nullable;

/**
 * The live state of a task, from the workflow itself.
 *
 * @param phase what runs now
 * @param question the open question; absent if there is none
 * @param lastDecision absent before the first one
 */
@ClaimChecked
public record TaskView(
        String title,
        TaskStatus status,
        int iteration,
        String phase,
        @Nullable String question,
        @Nullable Decision lastDecision) {}
