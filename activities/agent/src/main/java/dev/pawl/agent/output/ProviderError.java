package dev.pawl.agent.output;

import dev.pawl.agent.limit.ProviderSaid;
import dev.pawl.workflows.model.evidence.Ending;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Interprets error responses of model providers, whichever agent reports them. */
public final class ProviderError {
    private static final Pattern UNREACHABLE = Pattern.compile(
            "(?i)ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT|EAI_AGAIN|connection (refused|failed|error|reset)"
                    + "|fetch failed|unable to connect|(cannot|could not) connect|socket (hang up|connection)|network error"
                    + "|error sending request|stream disconnected|other side closed|terminated");

    private ProviderError() {}

    /**
     * @param status HTTP status
     * @param words the complete message
     * @param resetsAt if reported otherwise than in words
     */
    public static AgentVerdict ofStatus(int status, String words, @Nullable Instant resetsAt) {
        String reason = Excerpt.line(words);
        AgentVerdict verdict = switch (status) {
            case 429 -> AgentVerdict.rateLimited(reason, resetsAt);
            case 401, 403 -> AgentVerdict.of(Ending.UNAUTHENTICATED, reason);
            case 404 -> AgentVerdict.of(Ending.INVALID, reason);
            case 408, 409 -> AgentVerdict.retryable(Ending.PROVIDER_ERROR, reason);
            default -> new AgentVerdict(Ending.PROVIDER_ERROR, reason, status >= 500, null);
        };
        return verdict.saying(ProviderSaid.words(words, status, resetsAt));
    }

    /** An error that is known only by its words. */
    public static AgentVerdict ofWords(Ending ending, String words) {
        return AgentVerdict.of(ending, Excerpt.line(words)).saying(ProviderSaid.words(words, null, null));
    }

    /** Whether the words say that the provider was not reachable. */
    public static boolean unreachable(String words) {
        return UNREACHABLE.matcher(words).find();
    }

    /** The provider did not answer. */
    public static AgentVerdict noAnswer(String words) {
        return AgentVerdict.retryable(Ending.PROVIDER_ERROR, Excerpt.line(words))
                .saying(ProviderSaid.words(words, null, null));
    }
}
