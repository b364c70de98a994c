package dev.pawl.local;

import java.nio.file.Path;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;

/** The actionable part of a failure. */
final class Reason {
    private Reason() {}

    /** The message of the innermost cause that has one, unless the failure is a known problem of the home. */
    static String of(Throwable failure, Path home) {
        String innermost = failure.toString();
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof FlywayValidateException) {
                return "the database in %s was made by another, older build of Pawl; ".formatted(home)
                        + "move %s away and start again, or use that build".formatted(home);
            }
            String message = cause.getMessage();
            if (message != null && !message.isBlank()) {
                innermost = message;
            }
        }
        return innermost;
    }
}
