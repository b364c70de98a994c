package dev.pawl.activities.agent.program;

import dev.pawl.workflows.model.Ending;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an answer of a model provider that is no answer of a model means, whichever agent hands it on. */
public final class ProviderError {
    private static final Pattern UNREACHABLE = Pattern.compile(
            "(?i)ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT|EAI_AGAIN|connection (refused|failed|error|reset)"
                    + "|fetch failed|unable to connect|(cannot|could not) connect|socket (hang up|connection)|network error"
                    + "|error sending request|stream disconnected|other side closed|terminated");

    private ProviderError() {}

    /** @param status of HTTP */
    public static AgentVerdict ofStatus(int status, String reason, @Nullable Instant resetsAt) {
        return switch (status) {
            case 429 -> limited(reason, resetsAt);
            case 401, 403 -> AgentVerdict.of(Ending.UNAUTHENTICATED, reason);
            case 404 -> AgentVerdict.of(Ending.INVALID, reason);
            case 408, 409 -> AgentVerdict.retryable(Ending.PROVIDER_ERROR, reason);
            default -> new AgentVerdict(Ending.PROVIDER_ERROR, reason, status >= 500, null);
        };
    }

    /** @param resetsAt where it was told otherwise than in words */
    public static AgentVerdict limited(String reason, @Nullable Instant resetsAt) {
        return AgentVerdict.rateLimited(
                reason, resetsAt == null ? ResetTime.find(reason, Instant.now()).orElse(null) : resetsAt);
    }

    /** Whether the words say that nobody answered. */
    public static boolean unreachable(String words) {
        return UNREACHABLE.matcher(words).find();
    }

    /** Nobody answered. */
    public static AgentVerdict noAnswer(String reason) {
        return AgentVerdict.retryable(Ending.PROVIDER_ERROR, reason);
    }
}
