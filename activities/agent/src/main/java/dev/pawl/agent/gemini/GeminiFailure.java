package dev.pawl.agent.gemini;

import dev.pawl.agent.limit.ProviderSaid;
import dev.pawl.agent.output.AgentVerdict;
import dev.pawl.agent.output.Excerpt;
import dev.pawl.agent.output.ProviderError;
import dev.pawl.agent.output.StartFailure;
import dev.pawl.workflows.model.evidence.Ending;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Interprets a failure: by the status in its words, else by its words, else by standard error and the exit code, which
 * is the status modulo 256.
 */
final class GeminiFailure {
    private static final Pattern STATUS = Pattern.compile("\"(?:code|status)\":\\s*(\\d{3})");
    private static final Pattern STDERR_STATUS = Pattern.compile("(?m)^\\s+(?:code|status): (\\d{3}),?$");
    private static final Pattern SIGN_IN =
            Pattern.compile("(?i)GEMINI_API_KEY|api key|authenticat|sign in|log in|auth method");
    private static final Pattern USAGE_ERROR = Pattern.compile("(?im)^unknown arguments?:|^invalid values:");
    private static final Map<Integer, Integer> STATUS_OF_EXIT =
            Map.of(144, 400, 145, 401, 147, 403, 148, 404, 173, 429, 244, 500, 247, 503, 17, 529);
    private static final int BAD_INPUT = 42;
    private static final int NOT_TRUSTED = 55;

    private GeminiFailure() {}

    static AgentVerdict of(String type, String message) {
        String reason = Excerpt.line(message);
        Matcher status = STATUS.matcher(message);
        if (type.equals("FatalTurnLimitedError")) {
            return AgentVerdict.of(Ending.TURN_LIMIT, reason);
        }
        if (status.find()) {
            return ProviderError.ofStatus(Integer.parseInt(status.group(1)), message, null);
        }
        if (type.equals("FatalAuthenticationError")) {
            return ProviderError.ofWords(Ending.UNAUTHENTICATED, message);
        }
        return ProviderError.unreachable(message)
                ? ProviderError.noAnswer(message)
                : ProviderError.ofWords(Ending.CRASHED, message);
    }

    static AgentVerdict refined(AgentVerdict failure, @Nullable Integer exitCode, String stderr) {
        if (failure.ending() != Ending.CRASHED) {
            return failure;
        }
        Integer status = STDERR_STATUS
                .matcher(stderr)
                .results()
                .map(found -> Integer.valueOf(found.group(1)))
                .reduce((first, last) -> last)
                .orElse(exitCode == null ? null : STATUS_OF_EXIT.get(exitCode));
        return status == null ? failure : ProviderError.ofStatus(status, words(failure), null);
    }

    private static String words(AgentVerdict failure) {
        ProviderSaid said = failure.said();
        return said == null ? failure.reason() : said.words();
    }

    /** It ended before it reported anything. */
    static Optional<AgentVerdict> ofStart(@Nullable Integer exitCode, String stderr, String reason) {
        Optional<AgentVerdict> reported = StartFailure.of(stderr, USAGE_ERROR, SIGN_IN);
        boolean refused = exitCode != null && (exitCode == BAD_INPUT || exitCode == NOT_TRUSTED);
        return reported.isEmpty() && refused ? Optional.of(AgentVerdict.of(Ending.INVALID, reason)) : reported;
    }
}
