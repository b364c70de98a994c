package dev.pawl.cli.text;

import java.util.ArrayList;
import java.util.List;

/** Wraps text to a width. */
public final class Wrapping {
    private Wrapping() {}

    /** At spaces, if there are any; at least one part. */
    public static List<String> of(String text, int width) {
        List<String> parts = new ArrayList<>();
        String rest = text;
        while (rest.length() > width) {
            int space = rest.lastIndexOf(' ', width);
            int end = space <= 0 ? width : space;
            parts.add(rest.substring(0, end));
            rest = rest.substring(end).strip();
        }
        parts.add(rest);
        return parts;
    }
}
