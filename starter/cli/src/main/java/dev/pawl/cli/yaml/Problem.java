package dev.pawl.cli.yaml;

import org.jspecify.annotations.Nullable;

/**
 * One error of a file, or of the defaults it takes.
 *
 * @param line from 1
 * @param column from 1
 * @param hint what to write instead; absent if there is no suggestion
 * @param elsewhere the file, if it is not the one that was read
 */
public record Problem(
        int line,
        int column,
        String reason,
        @Nullable String hint,
        @Nullable String elsewhere) {
    public Problem(int line, int column, String reason, @Nullable String hint) {
        this(line, column, reason, hint, null);
    }

    /** In the format of compilers, so that editors find the place. */
    public String in(String file) {
        return "%s:%d:%d: %s%s"
                .formatted(
                        elsewhere == null ? file : elsewhere,
                        line,
                        column,
                        reason,
                        hint == null ? "" : " (" + hint + ")");
    }
}
