package dev.pawl.cli.terminal;

import java.util.regex.Pattern;

/** Text of agents and checks must not control the terminal. */
public final class Printable {
    /** Replaces the start of our own colour codes until the text is printed. */
    static final String ESCAPE = "\uE000";

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");

    private Printable() {}

    /** Removes control characters, except line ends, tabs and the colours of {@link Style}. */
    public static String text(String text) {
        return CONTROL.matcher(text).replaceAll("").replace(ESCAPE, "\u001B[");
    }

    /** As {@link #text}, in one line. */
    public static String line(String text) {
        return text(text.replace('\n', ' ').replace('\t', ' ').replace(ESCAPE, ""));
    }
}
