package dev.pawl.workflows.model;

import org.jspecify.annotations.Nullable;

/**
 * How a task ended, with the evidence for it.
 *
 * @param reason one line for people
 * @param snapshot the last snapshot; absent where none was taken
 */
public record TaskOutcome(
        Outcome outcome,
        Cause cause,
        String reason,
        int iterations,
        @Nullable String snapshot) {}
