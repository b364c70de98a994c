package dev.pawl.api.plan;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Characters of a path: these, or all but these. The separator belongs to a set only if it is listed.
 *
 * @param listed at least one, unless {@code others}
 */
record Symbols(String listed, boolean others) {
    static final Symbols NAME = new Symbols("", true);
    static final Symbols SEPARATOR = new Symbols("/", false);
    private static final String PLAIN = "abcdefghijklmnopqrstuvwxyz0123456789-_";

    boolean contains(char c) {
        return others ? c != '/' && listed.indexOf(c) < 0 : listed.indexOf(c) >= 0;
    }

    /** A character of both sets, regardless of case; null if there is none. */
    @Nullable
    Character shared(Symbols other) {
        if (!others) {
            return shared(listed, other);
        }
        return other.others ? shared(PLAIN, other) : shared(other.listed, this);
    }

    private @Nullable Character shared(String candidates, Symbols other) {
        for (int i = 0; i < candidates.length(); i++) {
            char c = candidates.charAt(i);
            if (containsFolded(c) && other.containsFolded(c)) {
                return c;
            }
        }
        return null;
    }

    /** Some file systems take a small and a capital letter for the same. */
    private boolean containsFolded(char c) {
        String text = String.valueOf(c);
        return contains(c)
                || contains(text.toLowerCase(Locale.ROOT).charAt(0))
                || contains(text.toUpperCase(Locale.ROOT).charAt(0));
    }
}
