package dev.pawl.workspace.journal;

import dev.pawl.workspace.git.RawPath;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The user's directory as a delivery reads and writes it. Every component below it is opened relative to its parent and
 * never through a link, so that nothing outside is read or written. Paths are raw, see {@link RawPath}.
 */
public final class TargetDirectory {
    private final Path root;
    private final boolean byPath;

    public TargetDirectory(Path root) {
        this(root, false);
    }

    /** @param byPath as on systems whose JDK cannot open entries relative to a directory */
    public TargetDirectory(Path root, boolean byPath) {
        this.root = root;
        this.byPath = byPath;
    }

    /** The state of a path; anything beyond a link or a file is absent. */
    public PathState state(String path) throws IOException {
        try (TargetEntry entry = entry(path)) {
            return entry == null ? PathState.ABSENT : entry.state();
        }
    }

    /** Whether there is a directory, and not a link to one. */
    public boolean directory(String path) throws IOException {
        try (TargetEntry entry = entry(path)) {
            return entry != null && entry.isDirectory();
        }
    }

    /** Copies a file's content, or a link's target. */
    public void read(String path, OutputStream out) throws IOException {
        try (TargetEntry entry = entry(path)) {
            if (entry == null) {
                throw new NoSuchFileException(RawPath.display(path));
            }
            entry.copy(out);
        }
    }

    /**
     * Prepares the new state of a path, synced, under a temporary name beside it. Creates missing directories.
     *
     * @param directories permissions of those that existed before, by raw path
     */
    void prepare(String path, String temporary, PathState wanted, Path content, Map<String, String> directories)
            throws IOException {
        make(RawPath.parent(path), directories);
        try (TargetEntry entry = existing(RawPath.child(RawPath.parent(path), temporary))) {
            entry.deleteFile();
            if (wanted.kind() == PathState.Kind.LINK) {
                Files.createSymbolicLink(entry.full(), RawPath.path(RawPath.of(Files.readAllBytes(content))));
            } else {
                entry.write(content, wanted.mode());
            }
        }
    }

    /** Moves a prepared file to its path, atomically. */
    void place(String path, String temporary) throws IOException {
        try (TargetEntry entry = existing(path)) {
            entry.replaceBy(RawPath.path(temporary));
        }
    }

    /** Removes a file or link, if there is one. */
    void delete(String path) throws IOException {
        try (TargetEntry entry = entry(path)) {
            if (entry != null) {
                entry.deleteFile();
            }
        }
    }

    /** Removes a directory if it is empty. */
    boolean deleteEmpty(String path) throws IOException {
        try (TargetEntry entry = entry(path)) {
            if (entry == null || !entry.isDirectory()) {
                return false;
            }
            entry.deleteDirectory();
            return true;
        } catch (DirectoryNotEmptyException e) {
            return false;
        }
    }

    /** Makes the entries of a directory durable; does nothing for a missing one. */
    void sync(String directory) throws IOException {
        if (!directory.isEmpty() && !directory(directory)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(
                directory.isEmpty() ? root : RawPath.resolve(root, directory), StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private void make(String path, Map<String, String> modes) throws IOException {
        if (path.isEmpty() || directory(path)) {
            return;
        }
        make(RawPath.parent(path), modes);
        try (TargetEntry entry = existing(path)) {
            entry.makeDirectory(modes.get(path));
        } catch (FileAlreadyExistsException e) {
            if (!directory(path)) {
                throw new NotDirectoryException(RawPath.display(path));
            }
        }
    }

    private TargetEntry existing(String path) throws IOException {
        TargetEntry entry = entry(path);
        if (entry == null) {
            throw new NotDirectoryException(RawPath.display(RawPath.parent(path)));
        }
        return entry;
    }

    /** The entry of a path; null if its parent directory is missing, or only reached by a link. */
    private @Nullable TargetEntry entry(String path) throws IOException {
        return TargetEntry.open(root, path, byPath);
    }
}
