package dev.pawl.cli.yaml;

import org.jspecify.annotations.Nullable;

/**
 * One error of a file.
 *
 * @param line from 1
 * @param column from 1
 * @param hint what to write instead; absent if there is no suggestion
 */
public record Problem(
        int line, int column, String reason, @Nullable String hint) {
    /** In the format of compilers, so that editors find the place. */
    public String in(String file) {
        return "%s:%d:%d: %s%s".formatted(file, line, column, reason, hint == null ? "" : " (" + hint + ")");
    }
}
