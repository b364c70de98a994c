package dev.pawl.agent;

import java.util.Optional;
import java.util.regex.Pattern;

/** How any agent asks a person: a line of its last words that starts with {@value #MARK}. */
public final class AgentQuestion {
    public static final String MARK = "PAWL-QUESTION:";

    private static final Pattern LINE = Pattern.compile("(?m)^[\\s>*`_-]*" + MARK + "[*`_]*[ \\t]*(.*\\S)");

    private AgentQuestion() {}

    /** The first one. */
    public static Optional<String> find(String finalText) {
        return LINE.matcher(finalText).results().findFirst().map(found -> found.group(1));
    }
}
