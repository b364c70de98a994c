package dev.pawl.agent.opencode;

import static dev.pawl.agent.output.JsonLines.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pawl.agent.limit.ResetTime;
import dev.pawl.agent.output.AgentVerdict;
import dev.pawl.agent.output.ProviderError;
import dev.pawl.workflows.model.evidence.Ending;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Interprets an error event: by its status, else by its name and words. */
final class OpenCodeFailure {
    private static final Pattern SIGN_IN = Pattern.compile("(?i)api key|unauthori[sz]ed|credential|auth login");
    private static final Pattern NO_MODEL = Pattern.compile("(?i)model not found|no such model");

    private OpenCodeFailure() {}

    /** Interprets its log about a provider that did not serve it; the status is missing there. */
    static AgentVerdict ofWords(String words) {
        return ProviderError.noAnswer(words);
    }

    static AgentVerdict of(JsonNode error) {
        JsonNode data = error.path("data");
        String name = error.path("name").asText("");
        String message = Objects.requireNonNullElse(text(data, "message"), name.isEmpty() ? "failed" : name);
        if (data.path("statusCode").isInt()) {
            return ProviderError.ofStatus(data.path("statusCode").intValue(), withBody(message, data), resetsAt(data));
        }
        if (name.equals("ProviderAuthError") || SIGN_IN.matcher(message).find()) {
            return ProviderError.ofWords(Ending.UNAUTHENTICATED, message);
        }
        if (name.contains("ModelNotFound") || NO_MODEL.matcher(message).find()) {
            return ProviderError.ofWords(Ending.INVALID, message);
        }
        return ProviderError.unreachable(message) || data.path("isRetryable").asBoolean(false)
                ? ProviderError.noAnswer(message)
                : ProviderError.ofWords(Ending.CRASHED, message);
    }

    /** The body may contain what the message lacks. */
    private static String withBody(String message, JsonNode data) {
        String body = text(data, "responseBody");
        return body == null ? message : message + " " + body;
    }

    private static @Nullable Instant resetsAt(JsonNode data) {
        JsonNode headers = data.path("responseHeaders");
        String millis = text(headers, "retry-after-ms");
        Instant now = Instant.now();
        if (millis != null && millis.matches("\\d{1,10}(\\.\\d+)?")) {
            return now.plusMillis((long) Double.parseDouble(millis));
        }
        String after = text(headers, "retry-after");
        return after == null ? null : ResetTime.ofHeader(after, now).orElse(null);
    }
}
