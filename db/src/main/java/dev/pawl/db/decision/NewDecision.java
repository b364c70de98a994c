package dev.pawl.db.decision;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision to store.
 *
 * @param round given by whoever decides, at most 300 characters, unique within the task and the same when repeated
 * @param iteration 0 for a decision before the first iteration
 * @param decidedBy {@code policy}, a person's name, {@code stop} or {@code deadline}
 * @param type {@code accept}, {@code retry}, {@code clarify}, {@code escalate}, {@code park}, {@code fallback} or
 *     {@code abort}
 * @param policyVersion empty if the policy did not decide
 * @param inputs JSON, kept as it was written
 * @param decided JSON of what was answered to the first request, to answer the same again; absent if nobody asks again
 * @param score of the judge, 0 to 1; absent without one
 * @param feedbackRef SHA-256 in the content store; absent if there is nothing to say
 * @param costUsd what the task had cost by then, in US dollars; absent means unknown
 */
public record NewDecision(
        String taskId,
        String round,
        int iteration,
        String decidedBy,
        String type,
        List<String> reasons,
        String policyVersion,
        String inputs,
        @Nullable String decided,
        @Nullable Double score,
        @Nullable String feedbackRef,
        @Nullable BigDecimal costUsd) {
    public NewDecision {
        reasons = List.copyOf(reasons);
    }
}
