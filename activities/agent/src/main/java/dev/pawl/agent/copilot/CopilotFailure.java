package dev.pawl.agent.copilot;

import static dev.pawl.agent.output.JsonLines.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pawl.agent.output.AgentVerdict;
import dev.pawl.agent.output.ProviderError;
import dev.pawl.workflows.model.evidence.Ending;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Interprets events about requests that were not served. */
final class CopilotFailure {
    static final Pattern SIGN_IN =
            Pattern.compile("(?i)no authentication|not (logged|signed) in|copilot login|authenticat");

    /** The provider's words, as JSON in a text. */
    private static final Pattern MESSAGE = Pattern.compile("\"message\":\"([^\"]+)");

    private CopilotFailure() {}

    /** For the whole session: it gives up. */
    static AgentVerdict of(JsonNode data) {
        String words = Objects.requireNonNullElse(text(data, "message"), "failed");
        String type = data.path("errorType").asText("");
        if (data.path("statusCode").isInt()) {
            return ProviderError.ofStatus(data.path("statusCode").intValue(), words, null);
        }
        if (type.equals("rate_limit") || type.equals("quota")) {
            return ProviderError.ofStatus(429, words, null);
        }
        if (type.startsWith("auth") || SIGN_IN.matcher(words).find()) {
            return ProviderError.ofWords(Ending.UNAUTHENTICATED, words);
        }
        return ProviderError.unreachable(words)
                ? ProviderError.noAnswer(words)
                : ProviderError.ofWords(Ending.PROVIDER_ERROR, words);
    }

    /** For one request, which it would retry. */
    static AgentVerdict ofCall(JsonNode data) {
        String reported = Objects.requireNonNullElse(text(data, "errorMessage"), "no answer");
        Matcher message = MESSAGE.matcher(reported);
        String words = message.find() ? message.group(1) : reported;
        int status = data.path("statusCode").asInt(0);
        return status == 0 ? ProviderError.noAnswer(words) : ProviderError.ofStatus(status, status + " " + words, null);
    }
}
