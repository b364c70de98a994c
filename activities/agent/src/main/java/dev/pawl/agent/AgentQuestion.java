package dev.pawl.agent;

import java.util.Optional;

/** A line of the final message that starts with {@value #MARK} is a question to a person. The same for all agents. */
public final class AgentQuestion {
    public static final String MARK = "PAWL-QUESTION:";

    private static final MarkedLines LINES = MarkedLines.with(MARK);

    private AgentQuestion() {}

    /** The first one. */
    public static Optional<String> find(String finalText) {
        return LINES.in(finalText).findFirst();
    }
}
