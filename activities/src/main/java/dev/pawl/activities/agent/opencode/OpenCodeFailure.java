package dev.pawl.activities.agent.opencode;

import static dev.pawl.activities.agent.program.JsonLines.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pawl.activities.agent.program.AgentVerdict;
import dev.pawl.activities.agent.program.Excerpt;
import dev.pawl.activities.agent.program.ProviderError;
import dev.pawl.workflows.model.Ending;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an error event means: by the status it carries, else by its name and words. */
final class OpenCodeFailure {
    private static final Pattern SIGN_IN = Pattern.compile("(?i)api key|unauthori[sz]ed|credential|auth login");
    private static final Pattern NO_MODEL = Pattern.compile("(?i)model not found|no such model");

    private static final Pattern LIMIT =
            Pattern.compile("(?i)rate.?limit|too many requests|usage limit|quota|\\b429\\b");

    private OpenCodeFailure() {}

    /** What its log says of a provider that did not serve it; the status is not told there. */
    static AgentVerdict ofWords(String words) {
        String reason = Excerpt.line(words);
        return LIMIT.matcher(words).find() ? ProviderError.limited(reason, null) : ProviderError.noAnswer(reason);
    }

    static AgentVerdict of(JsonNode error) {
        JsonNode data = error.path("data");
        String name = error.path("name").asText("");
        String reason =
                Excerpt.line(Objects.requireNonNullElse(text(data, "message"), name.isEmpty() ? "failed" : name));
        if (data.path("statusCode").isInt()) {
            return ProviderError.ofStatus(data.path("statusCode").intValue(), reason, resetsAt(data));
        }
        if (name.equals("ProviderAuthError") || SIGN_IN.matcher(reason).find()) {
            return AgentVerdict.of(Ending.UNAUTHENTICATED, reason);
        }
        if (name.contains("ModelNotFound") || NO_MODEL.matcher(reason).find()) {
            return AgentVerdict.of(Ending.INVALID, reason);
        }
        return ProviderError.unreachable(reason) || data.path("isRetryable").asBoolean(false)
                ? ProviderError.noAnswer(reason)
                : AgentVerdict.of(Ending.CRASHED, reason);
    }

    private static @Nullable Instant resetsAt(JsonNode data) {
        String seconds = text(data.path("responseHeaders"), "retry-after");
        boolean number = seconds != null && seconds.matches("\\d{1,7}");
        return number ? Instant.now().plusSeconds(Long.parseLong(seconds)) : null;
    }
}
