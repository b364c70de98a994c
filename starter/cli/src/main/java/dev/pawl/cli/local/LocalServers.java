package dev.pawl.cli.local;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The engine and PostgreSQL of a home, which are separate processes: found by their records. */
final class LocalServers {
    /** Start times have a coarse resolution, PostgreSQL's a second. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    private static final int PID = 0;
    private static final int STARTED = 2;

    private final Home home;

    LocalServers(Home home) {
        this.home = home;
    }

    /** A live server process. */
    record Server(String name, ProcessHandle process) {}

    /** Live servers. Call it once the stack has ended: until then they are expected. */
    List<Server> living() throws IOException {
        return Stream.concat(engine().stream(), postgres().stream()).toList();
    }

    private Optional<Server> engine() throws IOException {
        Path record = home.directory().resolve("engine").resolve("engine.json");
        if (!Files.exists(record)) {
            return Optional.empty();
        }
        try {
            JsonObject json = JsonParser.parseString(Files.readString(record)).getAsJsonObject();
            Instant startedAt = Instant.parse(json.get("started_at").getAsString());
            return server("engine", json.get("pid").getAsLong(), startedAt);
        } catch (RuntimeException foreign) {
            // A record of another version.
            return Optional.empty();
        }
    }

    /** As recorded by PostgreSQL: pid, data directory, start time in seconds, … */
    private Optional<Server> postgres() throws IOException {
        Path record = home.directory().resolve("postgres").resolve("data").resolve("postmaster.pid");
        List<String> lines = Files.exists(record) ? Files.readAllLines(record) : List.of();
        if (lines.size() <= STARTED) {
            return Optional.empty();
        }
        try {
            Instant startedAt =
                    Instant.ofEpochSecond(Long.parseLong(lines.get(STARTED).strip()));
            return server("PostgreSQL", Long.parseLong(lines.get(PID).strip()), startedAt);
        } catch (NumberFormatException cut) {
            return Optional.empty();
        }
    }

    private static Optional<Server> server(String name, long pid, Instant startedAt) {
        return ProcessHandle.of(pid)
                .filter(LivingProcess::is)
                .filter(process -> process.info()
                        .startInstant()
                        .map(start -> Duration.between(start, startedAt).abs().compareTo(TOLERANCE) <= 0)
                        .orElse(false))
                .map(process -> new Server(name, process));
    }
}
