package dev.pawl.evidence.observed;

import dev.pawl.host.file.UnexpectedFileException;
import dev.pawl.host.file.UntrustedTree;
import dev.pawl.workspace.git.SnapshotPath;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Finds out which files were read, by their access times: if set long before the modification times, they move at the
 * next read even on file systems that rarely update them ({@code relatime}). Some file systems never do, so try one
 * file first.
 */
public final class AccessTimes {
    /** Observing more files would take longer than most checks. */
    private static final int MOST_FILES = 50_000;

    private static final FileTime LONG_AGO =
            FileTime.fromMillis(Duration.ofDays(1).toMillis());

    private final Path directory;
    private final SortedSet<String> files;

    /** @param files of the directory; if there are too many, none is observed */
    public AccessTimes(Path directory, Collection<String> files) {
        this.directory = directory;
        this.files = new TreeSet<>(files.size() > MOST_FILES ? Set.of() : files);
    }

    private interface Look {
        void at(UntrustedTree tree, Path file, String path) throws IOException;
    }

    /** Resets the access times; from now on, reads count. */
    public void reset() throws IOException {
        each((tree, file, path) -> tree.setAccessTime(file, LONG_AGO));
    }

    /** The files that any process has read since the reset. */
    public SortedSet<String> moved() throws IOException {
        SortedSet<String> moved = new TreeSet<>();
        each((tree, file, path) -> {
            if (tree.attributes(file).isRegularFile()
                    && !tree.attributes(file).lastAccessTime().equals(LONG_AGO)) {
                moved.add(path);
            }
        });
        return moved;
    }

    private void each(Look look) throws IOException {
        try (UntrustedTree tree = UntrustedTree.open(directory)) {
            for (String path : files) {
                try {
                    look.at(tree, directory.relativize(SnapshotPath.resolve(directory, path)), path);
                } catch (NoSuchFileException | UnexpectedFileException | AccessDeniedException other) {
                    // Something else took its place, and is not observed.
                }
            }
        }
    }
}
