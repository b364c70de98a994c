package dev.pawl.workflows.activity.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.pawl.workflows.model.Require;
import dev.pawl.workflows.model.evidence.ClaimChecked;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param questionId unique over all tasks, the same when retried
 * @param kind {@code clarify}, {@code escalate}, {@code dispute} or {@code delivery}
 * @param choices the only valid answers; empty accepts any
 * @param deadline when the task continues without an answer; absent means never
 */
@ClaimChecked
public record AskPerson(
        String questionId,
        String taskId,
        int iteration,
        String kind,
        String question,
        List<String> reasons,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> choices,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant deadline) {
    public AskPerson {
        reasons = List.copyOf(reasons);
        choices = Require.list(choices);
    }
}
