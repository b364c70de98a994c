package dev.pawl.db.question;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question to ask.
 *
 * @param id unique over all tasks, the same when repeated
 * @param kind {@code clarify}, {@code escalate}, {@code dispute} or {@code delivery}
 * @param choices the only valid answers; empty accepts any
 * @param deadline when the task continues without an answer; absent means never
 */
public record NewQuestion(
        String id,
        String taskId,
        int iteration,
        String kind,
        String question,
        List<String> reasons,
        List<String> choices,
        @Nullable Instant deadline) {
    public NewQuestion {
        reasons = List.copyOf(reasons);
        choices = List.copyOf(choices);
    }
}
