package dev.pawl.cli.taskfile;

import org.jspecify.annotations.Nullable;

/**
 * One fault of a task file.
 *
 * @param line from 1
 * @param column from 1
 * @param hint what to write instead, absent where there is nothing to propose
 */
public record Problem(
        int line, int column, String reason, @Nullable String hint) {
    /** As compilers write it, so that editors find the place. */
    public String in(String file) {
        return "%s:%d:%d: %s%s".formatted(file, line, column, reason, hint == null ? "" : " (" + hint + ")");
    }
}
