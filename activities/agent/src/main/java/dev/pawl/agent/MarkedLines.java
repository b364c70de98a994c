package dev.pawl.agent;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Lines of an agent's final message that start with a mark, also in a quotation, a list or emphasis of Markdown. */
record MarkedLines(Pattern line) {
    static MarkedLines with(String mark) {
        return new MarkedLines(Pattern.compile("(?m)^[\\s>*`_-]*" + mark + "[*`_]*[ \\t]*(.*\\S)"));
    }

    /** What follows the mark, in the order of the message. */
    Stream<String> in(String finalText) {
        return line.matcher(finalText).results().map(found -> found.group(1));
    }
}
