package dev.pawl.cli.doctor;

import org.jspecify.annotations.Nullable;

/**
 * One result of the inspection.
 *
 * @param area what was inspected, one word or two
 * @param advice what to do; absent if nothing
 */
public record Finding(
        String area, State state, String found, @Nullable String advice) {
    /** Only {@code missing} keeps tasks from running. */
    public enum State {
        OK,
        NOTE,
        MISSING
    }

    static Finding ok(String area, String found) {
        return new Finding(area, State.OK, found, null);
    }

    static Finding note(String area, String found, @Nullable String advice) {
        return new Finding(area, State.NOTE, found, advice);
    }

    /** For a gateway that cannot be reached because of this command's configuration. */
    public static Finding misconfigured(String problem) {
        return missing("gateway", problem, "see --address, --token-file and --ca-file, and their variables");
    }

    static Finding missing(String area, String found, String advice) {
        return new Finding(area, State.MISSING, found, advice);
    }
}
