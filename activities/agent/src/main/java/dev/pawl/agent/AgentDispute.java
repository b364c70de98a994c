package dev.pawl.agent;

import java.util.Optional;

/**
 * A line of the final message that starts with {@value #MARK} says that a check contradicts the task. The same for all
 * agents.
 */
public final class AgentDispute {
    public static final String MARK = "PAWL-DISPUTE:";

    private static final MarkedLines LINES = MarkedLines.with(MARK);

    private AgentDispute() {}

    /** The text after the mark of the last such line, where conclusions are: the check and the reason. */
    public static Optional<String> find(String finalText) {
        return LINES.in(finalText).reduce((first, last) -> last);
    }
}
