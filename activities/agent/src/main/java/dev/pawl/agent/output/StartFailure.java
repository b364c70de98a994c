package dev.pawl.agent.output;

import dev.pawl.workflows.model.evidence.Ending;
import java.util.Optional;
import java.util.regex.Pattern;

/** Why a program ended before its first event, from the relevant line of its standard error. */
public final class StartFailure {
    private StartFailure() {}

    /**
     * @param usageError matches its message about unknown flags
     * @param signIn matches its message about a missing sign-in
     * @return empty if no line matches
     */
    public static Optional<AgentVerdict> of(String stderr, Pattern usageError, Pattern signIn) {
        return line(stderr, usageError)
                .map(line -> AgentVerdict.of(Ending.INVALID, line))
                .or(() -> line(stderr, signIn).map(line -> AgentVerdict.of(Ending.UNAUTHENTICATED, line)));
    }

    private static Optional<String> line(String stderr, Pattern pattern) {
        return stderr.lines()
                .filter(line -> !line.isBlank() && pattern.matcher(line).find())
                .findFirst()
                .map(Excerpt::line);
    }
}
