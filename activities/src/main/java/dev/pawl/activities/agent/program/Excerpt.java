package dev.pawl.activities.agent.program;

/** Bounds what agents say. */
public final class Excerpt {
    private static final int LINE = 500;
    private static final int TEXT = 256 * 1024;

    private Excerpt() {}

    /** One line of at most 500 characters. */
    public static String line(String text) {
        String start = text.substring(0, Math.min(text.length(), 4 * LINE));
        String line = start.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() <= LINE ? line : line.substring(0, LINE - 1) + "…";
    }

    /** The end of it, where conclusions and questions are. */
    public static String text(String text) {
        return text.length() <= TEXT ? text : text.substring(text.length() - TEXT);
    }
}
