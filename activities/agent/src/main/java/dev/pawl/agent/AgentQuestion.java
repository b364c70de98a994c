package dev.pawl.agent;

import java.util.Optional;
import java.util.regex.Pattern;

/** A line of the final message that starts with {@value #MARK} is a question to a person. The same for all agents. */
public final class AgentQuestion {
    public static final String MARK = "PAWL-QUESTION:";

    private static final Pattern LINE = Pattern.compile("(?m)^[\\s>*`_-]*" + MARK + "[*`_]*[ \\t]*(.*\\S)");

    private AgentQuestion() {}

    /** The first one. */
    public static Optional<String> find(String finalText) {
        return LINE.matcher(finalText).results().findFirst().map(found -> found.group(1));
    }
}
