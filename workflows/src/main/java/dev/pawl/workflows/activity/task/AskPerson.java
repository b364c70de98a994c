package dev.pawl.workflows.activity.task;

import dev.pawl.workflows.model.evidence.ClaimChecked;
import java.time.Instant;
import java.util.List;

/**
 * @param questionId unique over all tasks, the same when retried
 * @param kind {@code clarify}, {@code escalate}, {@code dispute} or {@code delivery}
 * @param deadline when the task continues without an answer
 */
@ClaimChecked
public record AskPerson(
        String questionId,
        String taskId,
        int iteration,
        String kind,
        String question,
        List<String> reasons,
        Instant deadline) {
    public AskPerson {
        reasons = List.copyOf(reasons);
    }
}
