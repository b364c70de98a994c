package dev.pawl.cli.doctor;

import org.jspecify.annotations.Nullable;

/**
 * What was found of one thing.
 *
 * @param area what was looked at, one word or two
 * @param advice what to do; absent where nothing is to be done
 */
public record Finding(
        String area, State state, String found, @Nullable String advice) {
    /** How good it is. Only {@code missing} keeps tasks from running. */
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

    /** Of a gateway that cannot be asked because of how this command is to reach it. */
    public static Finding misconfigured(String problem) {
        return missing("gateway", problem, "see --address, --token-file and --ca-file, and their variables");
    }

    static Finding missing(String area, String found, String advice) {
        return new Finding(area, State.MISSING, found, advice);
    }
}
