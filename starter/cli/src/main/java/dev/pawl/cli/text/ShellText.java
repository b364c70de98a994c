package dev.pawl.cli.text;

/** Text for a POSIX shell. */
public final class ShellText {
    private ShellText() {}

    /** As one word, whatever it contains. */
    public static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
