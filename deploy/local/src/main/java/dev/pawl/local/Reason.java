package dev.pawl.local;

import org.jspecify.annotations.Nullable;

/** The part of a failure that a person can act on. */
final class Reason {
    private Reason() {}

    /** The message of the innermost cause that has one. */
    static String of(Throwable failure) {
        String told = failure.toString();
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = cause.getMessage();
            if (message != null && !message.isBlank()) {
                told = message;
            }
        }
        return told;
    }
}
