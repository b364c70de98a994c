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

/** The server process of a data directory, according to PostgreSQL's {@code postmaster.pid}. */
final class Postmaster {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** The longest seen for an init process on a busy machine was two seconds. */
    private static final Duration REAPED = Duration.ofSeconds(5);

    private final Path data;

    Postmaster(Path data) {
        this.data = data;
    }

    /** The live process, whoever started it. */
    Optional<ProcessHandle> process() throws IOException {
        Path file = note();
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        // Pid, data directory, start time in seconds, port …
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        if (lines.size() < 3) {
            return Optional.empty();
        }
        long pid = Long.parseLong(lines.get(0).strip());
        Instant startedAt = Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip()));
        return new ProcessIdentity(pid, startedAt).alive();
    }

    private Path note() {
        return data.resolve("postmaster.pid");
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
        forgetUnreaped();
    }

    /**
     * The next server refuses to start while the system lists a process with the recorded pid, even an unreaped zombie.
     * After a while the record of a zombie is removed; that of a live process is kept.
     */
    private void forgetUnreaped() throws IOException {
        if (!Files.exists(note())) {
            return;
        }
        Optional<ProcessHandle> listed = Files.readAllLines(note(), StandardCharsets.UTF_8).stream()
                .findFirst()
                .map(number -> Long.parseLong(number.strip()))
                .flatMap(ProcessHandle::of)
                .filter(process -> !Signals.lives(process));
        if (listed.isPresent() && !Signals.reaped(listed.get(), REAPED)) {
            Files.deleteIfExists(note());
        }
    }
}
