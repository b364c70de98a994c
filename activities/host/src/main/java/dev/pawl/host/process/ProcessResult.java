package dev.pawl.host.process;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a run ended. None of its processes is alive.
 *
 * @param exitCode absent unless the program exited by itself; 128 + n if a signal n from elsewhere ended it
 * @param duration by a monotonic clock
 */
public record ProcessResult(End end, @Nullable Integer exitCode, Duration duration) {
    /** What ended the run. */
    public enum End {
        /** The program, or the supervisor after {@link ProcessWatch#done()}. */
        EXITED,
        TIMED_OUT,
        IDLE,
        CANCELLED
    }

    /** Exited by itself with code 0. */
    public boolean succeeded() {
        return end == End.EXITED && exitCode != null && exitCode == 0;
    }
}
