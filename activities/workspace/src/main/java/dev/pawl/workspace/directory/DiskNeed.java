package dev.pawl.workspace.directory;

import dev.pawl.workspace.WorkspaceUnusableException;
import dev.pawl.workspace.git.SourceRepository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.ToLongFunction;

/** Whether a private copy of a repository fits on the disk. */
record DiskNeed(ToLongFunction<Path> free) {
    /** For the files, their snapshot and the checks, besides the history. */
    private static final long REST = 64L << 20;

    static DiskNeed here() {
        return new DiskNeed(DiskNeed::usable);
    }

    /**
     * @param history bytes that are copied
     * @throws WorkspaceUnusableException before anything is written, if the history does not fit
     * @throws UncheckedIOException if the disk is full for any work; a retry may succeed
     */
    void require(SourceRepository source, long history, Path place) {
        long need = history + REST;
        long free = this.free.applyAsLong(place);
        if (free < REST) {
            throw new UncheckedIOException(
                    new IOException("No space left on device: %s has %d MiB; make room".formatted(place, free >> 20)));
        }
        if (free < need) {
            throw new WorkspaceUnusableException(
                    "workspace %s needs about %d MiB for a private copy, and %s has %d MiB left; make room, set PAWL_HOME to a larger disk, or use mode: in-place"
                            .formatted(source.directory(), need >> 20, place, free >> 20));
        }
    }

    private static long usable(Path place) {
        try {
            return Files.getFileStore(place).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot ask for the free space of " + place, e);
        }
    }
}
