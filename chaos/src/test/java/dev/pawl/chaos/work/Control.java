package dev.pawl.chaos.work;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;

/** Where the scripts of one task wait, signal that they do, and record what they did. */
public final class Control {
    private static final Duration BOUND = Duration.ofSeconds(90);

    private final Path directory;
    private final Path snapshot;

    /** @param snapshot while it exists, the next snapshot of the task waits */
    Control(Path directory, Path snapshot) {
        this.directory = directory;
        this.snapshot = snapshot;
        make(directory.resolve("hold"));
        make(directory.resolve("at"));
    }

    Path directory() {
        return directory;
    }

    public Ledger ledger() {
        return Ledger.read(directory.resolve("ledger"));
    }

    /** Makes the script wait at a point. */
    public void hold(String point) {
        touch(directory.resolve("hold").resolve(point));
    }

    public void await(String point) {
        await(directory.resolve("at").resolve(point));
    }

    public void release(String point) {
        delete(directory.resolve("hold").resolve(point));
    }

    public void holdSnapshot() {
        touch(snapshot);
    }

    public void awaitSnapshot() {
        await(waiting());
    }

    /** Number of snapshots that waited so far. */
    public int snapshotsHeld() {
        try {
            return Files.exists(waiting()) ? Files.readAllLines(waiting()).size() : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path waiting() {
        return snapshot.resolveSibling(snapshot.getFileName() + ".at");
    }

    /** Releases everything. */
    public void releaseAll() {
        for (String point : new String[] {"agent", "baseline", "check", "verify", "judge"}) {
            release(point);
        }
        delete(snapshot);
    }

    private static void await(Path file) {
        Awaitility.await(file + " is reached")
                .atMost(BOUND)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> Files.exists(file));
    }

    private static void touch(Path file) {
        try {
            Files.write(file, new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path make(Path path) {
        try {
            return Files.createDirectories(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
