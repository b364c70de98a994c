package dev.pawl.task.session;

import dev.pawl.agent.AgentResult;
import dev.pawl.workflows.model.evidence.Ending;
import dev.pawl.workflows.model.evidence.Usage;
import dev.pawl.workflows.model.outcome.SessionStatus;
import org.jspecify.annotations.Nullable;

/**
 * What a session is closed with.
 *
 * @param reason one line
 * @param result absent if the agent's run did not end by itself
 * @param transcript reference of the stored one; absent if there is none
 */
record SessionEnd(
        SessionStatus status,
        String reason,
        Usage usage,
        @Nullable AgentResult result,
        @Nullable String transcript) {
    /** For a session that ends unexpectedly. */
    static final SessionEnd BROKEN_OFF =
            new SessionEnd(SessionStatus.FAILED, "the attempt ended unexpectedly", Usage.NONE, null, null);

    /** Why the cost is unknown, in one line; empty if it is known or no agent ran. */
    String costNote() {
        if (result == null || result.ending() == Ending.NOT_INSTALLED || usage.costUsd() != null) {
            return "";
        }
        if (usage.totalTokens() == 0) {
            return "the agent reported no tokens";
        }
        return result.model() == null
                ? "the agent did not say which model it used, and the task names none"
                : "no price is known for model '" + result.model() + "'";
    }

    /** Whether no model answered, so that the unknown cost is zero. */
    boolean nothingSpent() {
        if (result == null || usage.costUsd() != null || usage.totalTokens() > 0 || usage.turns() > 0) {
            return false;
        }
        return switch (result.ending()) {
            case NOT_INSTALLED, UNAUTHENTICATED -> true;
            case INVALID, RATE_LIMITED, BUSY, OUT_OF_CREDIT, SESSION_FULL, PROVIDER_ERROR ->
                result.toolCalls().isEmpty() && result.finalText().isBlank();
            case FINISHED, TURN_LIMIT, BUDGET, ACCOUNT_BUDGET, TIMED_OUT, IDLE, REFUSED, CRASHED, CANCELLED -> false;
        };
    }

    SessionEnd as(SessionStatus other, String because) {
        return new SessionEnd(other, because, usage, result, transcript);
    }

    SessionEnd spent(Usage spent) {
        return new SessionEnd(status, reason, spent, result, transcript);
    }
}
