package dev.pawl.agent.codex;

import dev.pawl.agent.output.AgentVerdict;
import dev.pawl.agent.output.ProviderError;
import dev.pawl.agent.output.StartFailure;
import dev.pawl.workflows.model.evidence.Ending;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Interprets the words of a failure: Codex gives no other sign, and sometimes omits the status. */
final class CodexFailure {
    private static final Pattern STATUS = Pattern.compile("(?:unexpected status|last status:) (\\d{3})");
    private static final Pattern SIGN_IN = Pattern.compile(
            "(?i)not logged in|codex login|log in again|sign in again|missing environment variable|invalid api key"
                    + "|refresh token|access token could not");
    private static final Pattern NO_MODEL =
            Pattern.compile("(?i)model\\b.*(does not exist|not found|no-such|not supported)|model_not_found");
    private static final Pattern BUSY = Pattern.compile("(?i)high demand|overloaded|at capacity|server error");
    private static final Pattern USAGE_ERROR =
            Pattern.compile("(?im)^error: (unexpected argument|invalid value|unrecognized|the following required"
                    + "|.*config)|^Error loading config|Not inside a trusted directory");

    private CodexFailure() {}

    static AgentVerdict of(String message) {
        Matcher status = STATUS.matcher(message);
        if (status.find()) {
            return ProviderError.ofStatus(Integer.parseInt(status.group(1)), message, null);
        }
        if (SIGN_IN.matcher(message).find()) {
            return ProviderError.ofWords(Ending.UNAUTHENTICATED, message);
        }
        if (NO_MODEL.matcher(message).find()) {
            return ProviderError.ofWords(Ending.INVALID, message);
        }
        return BUSY.matcher(message).find() || ProviderError.unreachable(message)
                ? ProviderError.noAnswer(message)
                : ProviderError.ofWords(Ending.CRASHED, message);
    }

    /** It ended before it reported anything. */
    static Optional<AgentVerdict> ofStart(String stderr) {
        return StartFailure.of(stderr, USAGE_ERROR, SIGN_IN);
    }
}
