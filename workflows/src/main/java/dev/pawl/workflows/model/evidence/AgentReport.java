package dev.pawl.workflows.model.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.pawl.workflows.model.ContentRef;
import dev.pawl.workflows.model.Require;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The result of one session. A poor result is a value like any other.
 *
 * @param sessionId absent if the session was ended on request, so that its own report was dropped, or if the account's
 *     budget or a limit of the task left no session
 * @param attempt of the activity, from 1
 * @param reason one line for people
 * @param retryable for {@code provider_error}: whether a retry can help; for {@code session_full}: whether the agent
 *     continued an earlier session, so that a new one is not charged
 * @param resetsAt for {@code rate_limited} and {@code busy}: when the provider said it resets; absent if it did not
 *     say. For {@code account_budget}: the end of the budget's day; absent if only this session's share is spent
 * @param question the agent's question to a person; absent if it asked nothing
 * @param reply the agent's final message
 * @param dispute the check that contradicts the task according to the agent, and why: one line, not trusted; absent if
 *     it disputes none
 * @param limit for {@code rate_limited}: what is limited; absent means the account, until an unknown time
 */
@ClaimChecked
public record AgentReport(
        @Nullable UUID sessionId,
        int attempt,
        Ending ending,
        String reason,
        boolean retryable,
        @Nullable Instant resetsAt,
        @Nullable String question,
        @Nullable ContentRef reply,
        Usage usage,
        long durationMillis,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String dispute,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UsageLimit limit) {
    public static AgentReportBuilder builder(Ending ending, String reason) {
        return new AgentReportBuilder(ending, reason);
    }

    /** The same with the agent's dispute; null removes it. */
    public AgentReport disputing(@Nullable String said) {
        return new AgentReportBuilder(this).dispute(said).build();
    }

    /** Of a session that was ended because a person stopped the task. */
    public static AgentReport stopped() {
        return builder(Ending.CANCELLED, "the agent was stopped on request").build();
    }

    /** Of a session that was not opened: the account's budget leaves none before a time. */
    public static AgentReport notOpened(int attempt, String reason, Instant until) {
        return builder(Ending.ACCOUNT_BUDGET, reason)
                .attempt(attempt)
                .retryable(true)
                .resetsAt(until)
                .build();
    }

    /** Of an attempt without a session: earlier ones reached a limit, and their work is the result. */
    public static AgentReport limitReached(int attempt, Ending ending, String reason) {
        return builder(ending, reason).attempt(attempt).build();
    }

    /** Whether the agent ran at all, so that there is a workspace to assess. */
    public boolean worked() {
        return switch (ending) {
            case NOT_INSTALLED, UNAUTHENTICATED, INVALID -> false;
            case ACCOUNT_BUDGET -> sessionId != null;
            case FINISHED,
                    TURN_LIMIT,
                    BUDGET,
                    TIMED_OUT,
                    IDLE,
                    RATE_LIMITED,
                    BUSY,
                    OUT_OF_CREDIT,
                    SESSION_FULL,
                    REFUSED,
                    PROVIDER_ERROR,
                    CRASHED,
                    CANCELLED -> true;
        };
    }

    public AgentReport {
        Require.range(attempt, 1, Integer.MAX_VALUE, "attempt");
        Require.notNegative(durationMillis, "durationMillis");
    }
}
