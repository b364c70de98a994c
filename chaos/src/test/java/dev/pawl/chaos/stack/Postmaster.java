package dev.pawl.chaos.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The process of a database, according to PostgreSQL. */
final class Postmaster {
    private Postmaster() {}

    static long of(Path data) throws IOException {
        return Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip());
    }
}
