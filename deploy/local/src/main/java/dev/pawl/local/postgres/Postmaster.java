package dev.pawl.local.postgres;

import dev.pawl.local.home.ProcessIdentity;
import dev.pawl.local.home.Signals;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The server process of a data directory, as PostgreSQL itself notes it in {@code postmaster.pid}. */
final class Postmaster {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private final Path data;

    Postmaster(Path data) {
        this.data = data;
    }

    /** The living process, whoever started it. */
    Optional<ProcessHandle> process() throws IOException {
        Path file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        // Process number, data directory, start time in seconds, port …
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        if (lines.size() < 3) {
            return Optional.empty();
        }
        long pid = Long.parseLong(lines.get(0).strip());
        Instant startedAt = Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip()));
        return new ProcessIdentity(pid, startedAt).alive();
    }

    /** A fast shutdown: open transactions are rolled back, everything committed is on disk. */
    void end() throws IOException {
        Optional<ProcessHandle> running = process();
        if (running.isPresent()) {
            Signals.interrupt(running.get());
            if (!Signals.ended(running.get(), PATIENCE)) {
                running.get().destroyForcibly();
                Signals.ended(running.get(), PATIENCE);
            }
        }
    }
}
