package dev.pawl.host.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * Removes files and directories of any depth, even without permissions on them. Follows no link, even if one replaces a
 * directory meanwhile.
 */
public final class Removal {
    private static final int DEEPEST = 100;
    private static final Set<PosixFilePermission> OPEN = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    /** Directories that are too deep are moved up to here. */
    private final OpenDirectory top;

    private final Deque<Path> movedUp = new ArrayDeque<>();

    private Removal(OpenDirectory top) {
        this.top = top;
    }

    /**
     * Does nothing if nothing exists.
     *
     * @param path in a directory that only Pawl and its user can change
     */
    public static void remove(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        try (OpenDirectory parent = OpenDirectory.ofOurs(Objects.requireNonNull(absolute.getParent()))) {
            remove(parent, Objects.requireNonNull(absolute.getFileName()));
        } catch (NoSuchFileException nothing) {
            // Neither it nor its parent exists.
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + path, e);
        }
    }

    /** @throws NoSuchFileException if nothing exists */
    static void remove(OpenDirectory parent, Path name) throws IOException {
        Removal removal = new Removal(parent);
        removal.entry(parent, name, 0);
        while (!removal.movedUp.isEmpty()) {
            removal.entry(parent, removal.movedUp.pop(), 0);
        }
    }

    private void entry(OpenDirectory parent, Path name, int depth) throws IOException {
        PosixFileAttributes attributes = parent.attributes(name);
        if (!attributes.isDirectory()) {
            parent.deleteFile(name);
        } else if (depth > DEEPEST) {
            Path up = Path.of(".removed-" + UUID.randomUUID());
            parent.move(name, top, up);
            movedUp.push(up);
        } else {
            directory(parent, name, attributes, depth);
        }
    }

    private void directory(OpenDirectory parent, Path name, PosixFileAttributes attributes, int depth)
            throws IOException {
        if (!attributes.permissions().containsAll(OPEN)) {
            open(parent.path().resolve(name));
        }
        try (OpenDirectory directory = parent.child(name)) {
            for (Path child : directory.names()) {
                try {
                    entry(directory, child, depth + 1);
                } catch (NoSuchFileException gone) {
                    // Removed by someone else.
                }
            }
        }
        parent.deleteDirectory(name);
    }

    /** By path, since the JDK offers no other way for a directory that cannot be opened. */
    private static void open(Path directory) throws IOException {
        if (Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        }
    }

    /** Whether a directory has no entries. */
    public static boolean empty(Path directory) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            return !entries.iterator().hasNext();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + directory, e);
        }
    }
}
