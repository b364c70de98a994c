package dev.pawl.agent.output;

import dev.pawl.host.redaction.Redaction;

/** Bounds text of agents. */
public final class Excerpt {
    private static final int LINE = 500;
    private static final int START = 4_000;
    private static final int TEXT = 256 * 1024;

    private Excerpt() {}

    /** One line of at most 500 characters. */
    public static String line(String text) {
        return line(text, LINE);
    }

    /** Enough of it for {@link #clean} to produce a line. */
    static String start(String text) {
        return text.substring(0, Math.min(text.length(), START));
    }

    /**
     * One redacted line of at most {@code max} characters. It is truncated after redaction: half a secret would not be
     * recognized.
     */
    public static String clean(String text, Redaction redaction, int max) {
        String start = start(text);
        String clean = redaction.clean(start);
        return line(start.length() < START ? clean : clean.substring(0, clean.length() / 2), max);
    }

    private static String line(String text, int max) {
        String start = text.substring(0, Math.min(text.length(), 4 * max));
        String line = start.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() <= max ? line : line.substring(0, max - 1) + "…";
    }

    /** The end of the text, where conclusions and questions are. */
    public static String text(String text) {
        return text.length() <= TEXT ? text : text.substring(text.length() - TEXT);
    }
}
