package dev.pawl.db.decision;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision to store.
 *
 * @param round identifies the decision within the task, at most 300 characters, the same when repeated
 * @param iteration 0 for a decision before the first iteration
 * @param decidedBy {@code policy}, a person's name, {@code stop} or {@code deadline}
 * @param type {@code accept}, {@code retry}, {@code clarify}, {@code escalate}, {@code park}, {@code fallback} or
 *     {@code abort}
 * @param policyVersion empty if the policy did not decide
 * @param inputs JSON, stored unchanged
 * @param decided JSON of the first response, to return the same when repeated; absent if it is never repeated
 * @param score of the judge, 0 to 1; absent without one
 * @param feedbackRef SHA-256 in the content store; absent if there is no feedback
 * @param costUsd the task's cost by then, in US dollars; absent means unknown
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

    /** A decision that follows from the answer to a question, or from its deadline: no policy, no score. */
    public static NewDecision fromAnswer(
            String taskId, String round, int iteration, String decidedBy, String type, String reason, String inputs) {
        return new NewDecision(
                taskId, round, iteration, decidedBy, type, List.of(reason), "", inputs, null, null, null, null);
    }
}
