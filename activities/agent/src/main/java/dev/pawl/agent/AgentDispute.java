package dev.pawl.agent;

import java.util.Optional;
import java.util.regex.Pattern;

/** How any agent says that a check contradicts its task: a line of its last words that starts with {@value #MARK}. */
public final class AgentDispute {
    public static final String MARK = "PAWL-DISPUTE:";

    private static final Pattern LINE = Pattern.compile("(?m)^[\\s>*`_-]*" + MARK + "[*`_]*[ \\t]*(.*\\S)");

    private AgentDispute() {}

    /** What follows the mark, which names the check and says why: the last one, where conclusions are. */
    public static Optional<String> find(String finalText) {
        return LINE.matcher(finalText).results().map(found -> found.group(1)).reduce((first, last) -> last);
    }
}
