package dev.pawl.workspace.scan;

import dev.pawl.host.file.FileStamp;
import dev.pawl.host.file.Removal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The clock that a file system takes the times of files from. It may move in steps of milliseconds, or of seconds, and
 * changes within one step have the same time.
 */
final class FileClock {
    private static final Duration LONGEST_STEP = Duration.ofSeconds(3);

    private FileClock() {}

    /**
     * Waits for the next step: all changes until now have an earlier time than the result's, all later ones have not.
     *
     * @param probe replaced, and removed at the end
     * @return empty if there is no step within some seconds
     */
    static Optional<FileStamp> next(Path probe) {
        try {
            return after(made(probe), probe);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + probe, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            Removal.remove(probe);
        }
    }

    private static Optional<FileStamp> after(FileStamp now, Path probe) throws IOException, InterruptedException {
        long end = System.nanoTime() + LONGEST_STEP.toNanos();
        while (System.nanoTime() < end) {
            Thread.sleep(1);
            FileStamp next = made(probe);
            if (next.changed() > now.changed()) {
                return Optional.of(next);
            }
        }
        return Optional.empty();
    }

    private static FileStamp made(Path probe) throws IOException {
        // A new file each time, so that nothing which has this name is opened.
        Files.deleteIfExists(probe);
        Files.createFile(probe);
        return FileStamp.of(probe);
    }
}
