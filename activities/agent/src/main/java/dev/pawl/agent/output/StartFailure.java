package dev.pawl.agent.output;

import dev.pawl.workflows.model.evidence.Ending;
import java.util.Optional;
import java.util.regex.Pattern;

/** Why a program ended before it said anything in an event: by the line of its standard error that tells. */
public final class StartFailure {
    private StartFailure() {}

    /**
     * @param usageError what it says of flags it does not know
     * @param signIn what it says when nobody is signed in
     * @return empty when no line tells
     */
    public static Optional<AgentVerdict> of(String stderr, Pattern usageError, Pattern signIn) {
        return line(stderr, usageError)
                .map(line -> AgentVerdict.of(Ending.INVALID, line))
                .or(() -> line(stderr, signIn).map(line -> AgentVerdict.of(Ending.UNAUTHENTICATED, line)));
    }

    private static Optional<String> line(String stderr, Pattern tells) {
        return stderr.lines()
                .filter(line -> !line.isBlank() && tells.matcher(line).find())
                .findFirst()
                .map(Excerpt::line);
    }
}
