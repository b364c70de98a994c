package dev.pawl.workflows.policy;

import java.util.Locale;

/** An answer of a person that has to be one of several words. */
public final class Answer {
    private Answer() {}

    /** Normalizes an answer, so that case and surrounding white space do not matter. */
    public static String normal(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
