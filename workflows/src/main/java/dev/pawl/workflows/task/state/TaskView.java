package dev.pawl.workflows.task.state;

import dev.pawl.workflows.model.evidence.ClaimChecked;
import dev.pawl.workflows.model.outcome.Decision;
import dev.pawl.workflows.model.outcome.TaskStatus;
import org.jspecify.annotations.Nullable;

/**
 * The live state of a task, as the workflow itself sees it.
 *
 * @param phase what runs now
 * @param question what a person is asked; absent unless the task waits for one
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
