package dev.pawl.evidence.report;

import java.util.regex.Pattern;

/** Removes from a program's output what could control a terminal, a log service or a parser. */
public final class PlainText {
    /** CSI and OSC sequences and the two-character escapes. */
    private static final Pattern ESCAPES = Pattern.compile(
            "\u001B(?:\\[[0-?]*[ -/]*[@-~]|\\][^\u0007\u001B]{0,4096}(?:\u0007|\u001B\\\\)|[@-Z\\\\^_])");

    private static final Pattern OVERWRITTEN = Pattern.compile("\r+\n?");
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}&&[^\n\t]]");
    private static final Pattern DIRECTION = Pattern.compile("[\u202A-\u202E\u2066-\u2069\u200B\uFEFF]");

    private PlainText() {}

    public static String of(String output) {
        String text = ESCAPES.matcher(output).replaceAll("");
        text = OVERWRITTEN.matcher(text).replaceAll("\n");
        text = CONTROLS.matcher(text).replaceAll("");
        return DIRECTION.matcher(text).replaceAll("");
    }
}
