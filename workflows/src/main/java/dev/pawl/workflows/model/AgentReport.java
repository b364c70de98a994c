package dev.pawl.workflows.model;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one session came to. A poor result is a value like any other.
 *
 * @param attempt of the activity, from 1
 * @param reason one line for people
 * @param retryable for {@code provider_error}: whether trying again can help
 * @param resetsAt for {@code rate_limited}: when the provider said it opens again; absent if it did not say
 * @param question what the agent wants to know from a person; absent if it asked nothing
 * @param reply the agent's last words
 */
public record AgentReport(
        UUID sessionId,
        int attempt,
        Ending ending,
        String reason,
        boolean retryable,
        @Nullable Instant resetsAt,
        @Nullable String question,
        @Nullable ContentRef reply,
        Usage usage,
        long durationMillis) {
    public AgentReport {
        Require.range(attempt, 1, Integer.MAX_VALUE, "attempt");
        Require.notNegative(durationMillis, "durationMillis");
    }
}
