package dev.pawl.local.home;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A process that can be told from a later one with the same number.
 *
 * @param startedAt as the system gives it
 */
public record ProcessIdentity(long pid, Instant startedAt) {
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    public static ProcessIdentity of(ProcessHandle process) {
        return new ProcessIdentity(process.pid(), process.info().startInstant().orElse(Instant.EPOCH));
    }

    /** The process, while it lives. */
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
