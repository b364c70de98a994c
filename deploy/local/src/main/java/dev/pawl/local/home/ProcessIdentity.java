package dev.pawl.local.home;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Identifies a process, as distinct from a later one with the same pid.
 *
 * @param startedAt according to the system
 */
public record ProcessIdentity(long pid, Instant startedAt) {
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    public static ProcessIdentity of(ProcessHandle process) {
        return new ProcessIdentity(process.pid(), process.info().startInstant().orElse(Instant.EPOCH));
    }

    /** The process, while it is alive. */
    public Optional<ProcessHandle> alive() {
        return ProcessHandle.of(pid)
                .filter(Signals::lives)
                .filter(process -> started(process).compareTo(TOLERANCE) <= 0);
    }

    private Duration started(ProcessHandle process) {
        return Duration.between(process.info().startInstant().orElse(Instant.EPOCH), startedAt)
                .abs();
    }
}
