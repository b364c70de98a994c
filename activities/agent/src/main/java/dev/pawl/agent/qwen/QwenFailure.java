package dev.pawl.agent.qwen;

import dev.pawl.agent.output.AgentVerdict;
import dev.pawl.agent.output.ProviderError;
import dev.pawl.workflows.model.evidence.Ending;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A reply that is an error: it starts with {@code [API Error: 401 …}. */
final class QwenFailure {
    private static final Pattern ERROR = Pattern.compile("(?s)^\\[API Error: (?:(\\d{3})\\b)?(.*)");

    private QwenFailure() {}

    static Optional<AgentVerdict> of(String reply) {
        Matcher error = ERROR.matcher(reply);
        if (!error.matches()) {
            return Optional.empty();
        }
        if (error.group(1) != null) {
            return Optional.of(ProviderError.ofStatus(Integer.parseInt(error.group(1)), reply, null));
        }
        return Optional.of(
                ProviderError.unreachable(reply)
                        ? ProviderError.noAnswer(reply)
                        : ProviderError.ofWords(Ending.PROVIDER_ERROR, reply));
    }
}
