package dev.pawl.host.file;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A directory that agents, or their code, can write to even while it is read. Pawl opens, moves and removes files there
 * only through this class: no link is followed in any part of a path, only regular files are opened, and opening never
 * blocks on a pipe. Paths are relative, without {@code ..}. Not thread-safe.
 */
public final class UntrustedTree implements AutoCloseable {
    private static final int DEEPEST = 200;
    private static final Path UP = Path.of("..");

    private record Level(Path name, OpenDirectory directory) {}

    private final OpenDirectory root;
    /** Of the last path, from the top: the next path is often near. */
    private final List<Level> levels = new ArrayList<>();

    private UntrustedTree(OpenDirectory root) {
        this.root = root;
    }

    /** @param root itself not a link, in a directory that only Pawl and its user can change */
    public static UntrustedTree open(Path root) throws IOException {
        Path absolute = root.toAbsolutePath().normalize();
        Path parent = absolute.getParent();
        if (parent == null) {
            return new UntrustedTree(OpenDirectory.ofOurs(absolute));
        }
        try (OpenDirectory ours = OpenDirectory.ofOurs(parent)) {
            return new UntrustedTree(ours.child(Objects.requireNonNull(absolute.getFileName())));
        }
    }

    /** Whether an entry, possibly a link, exists without a link on the way to it. */
    public boolean has(Path path) throws IOException {
        try {
            attributes(path);
            return true;
        } catch (NoSuchFileException | UnexpectedFileException e) {
            return false;
        }
    }

    /**
     * Attributes of the entry itself.
     *
     * @throws NoSuchFileException if it does not exist
     */
    public PosixFileAttributes attributes(Path path) throws IOException {
        return parent(path).attributes(name(path));
    }

    /**
     * Of a regular file; does nothing for anything else.
     *
     * @throws NoSuchFileException if it does not exist
     */
    public void setAccessTime(Path path, FileTime time) throws IOException {
        parent(path).setAccessTime(name(path), time);
    }

    /** Names of the entries of a directory; an empty path means the root. */
    public List<Path> names(Path directory) throws IOException {
        return directory(directory).names();
    }

    /**
     * Opens a regular file to read.
     *
     * @throws UnexpectedFileException for anything else
     */
    public SeekableByteChannel open(Path path, long mostBytes) throws IOException {
        SeekableByteChannel file = parent(path).file(name(path));
        if (file.size() > mostBytes) {
            file.close();
            throw new UnexpectedFileException(
                    root.path().resolve(path), "is larger than %d bytes".formatted(mostBytes));
        }
        return file;
    }

    /**
     * Reads a regular file without further hard links.
     *
     * @throws UnexpectedFileException for anything else
     */
    public byte[] read(Path path, int mostBytes) throws IOException {
        Object key = key(path);
        try (SeekableByteChannel file = open(path, mostBytes)) {
            byte[] content = Channels.newInputStream(file).readNBytes(mostBytes);
            if (!alone(path) || !key.equals(key(path))) {
                throw new UnexpectedFileException(
                        root.path().resolve(path), "has another name elsewhere, or changed while it was read");
            }
            return content;
        }
    }

    /** Whether a file has no other name: a hard link may lead to any file. */
    public boolean alone(Path path) throws IOException {
        Path place = parent(path).path().resolve(name(path));
        Map<String, Object> seen = Files.readAttributes(place, "unix:nlink,fileKey", LinkOption.NOFOLLOW_LINKS);
        // Read by path, so it counts only if it is the same entry as the one opened without a path.
        return key(path).equals(seen.get("fileKey")) && Integer.valueOf(1).equals(seen.get("nlink"));
    }

    /**
     * Of the entry itself.
     *
     * @throws UnexpectedFileException if it is replaced meanwhile
     */
    public FileStamp stamp(Path path) throws IOException {
        Path place = parent(path).path().resolve(name(path));
        Map<String, Object> seen = FileStamp.attributes(place);
        // Read by path, so it counts only if it is the same entry as the one opened without a path.
        if (!key(path).equals(seen.get("fileKey"))) {
            throw new UnexpectedFileException(place, "changed while it was read");
        }
        return FileStamp.of(seen);
    }

    private Object key(Path path) throws IOException {
        return Objects.requireNonNull(attributes(path).fileKey());
    }

    /**
     * The target text of a link.
     *
     * @throws UnexpectedFileException for anything else
     */
    public Path target(Path link) throws IOException {
        PosixFileAttributes seen = attributes(link);
        Path place = parent(link).path().resolve(name(link));
        if (!seen.isSymbolicLink()) {
            throw new UnexpectedFileException(place, "is not a link");
        }
        Path target = Files.readSymbolicLink(place);
        // Read by path, so it counts only if that is the same entry as the one opened without a path.
        if (!Objects.equals(Files.getAttribute(place, "unix:fileKey", LinkOption.NOFOLLOW_LINKS), seen.fileKey())) {
            throw new UnexpectedFileException(place, "changed while it was read");
        }
        return target;
    }

    /**
     * Moves a directory out of the tree.
     *
     * @param target in a directory of ours, not existing yet
     */
    public void take(Path directory, Path target) throws IOException {
        OpenDirectory parent = parent(directory);
        if (!parent.attributes(name(directory)).isDirectory()) {
            throw new UnexpectedFileException(root.path().resolve(directory), "is not a directory");
        }
        try (OpenDirectory ours = OpenDirectory.ofOurs(target.resolveSibling("."))) {
            parent.move(name(directory), ours, name(target));
        }
    }

    /**
     * Removes an entry, a directory with all its content. Does nothing if nothing exists, or if a link is on the way.
     */
    public void remove(Path path) throws IOException {
        try {
            Removal.remove(parent(path), name(path));
        } catch (NoSuchFileException | UnexpectedFileException nothingOfOurs) {
            // A link's target is not in this tree.
        }
    }

    private OpenDirectory parent(Path path) throws IOException {
        Path parent = path.getParent();
        return parent == null ? root : directory(parent);
    }

    private OpenDirectory directory(Path path) throws IOException {
        List<Path> names = new ArrayList<>();
        path.forEach(name -> {
            if (!name.toString().isEmpty()) {
                names.add(name);
            }
        });
        if (path.isAbsolute() || names.contains(UP) || names.size() > DEEPEST) {
            throw new UnexpectedFileException(root.path().resolve(path), "is not a path in it, or is nested too deep");
        }
        int same = 0;
        while (same < Math.min(levels.size(), names.size())
                && levels.get(same).name().equals(names.get(same))) {
            same++;
        }
        close(same);
        for (Path name : names.subList(same, names.size())) {
            OpenDirectory above = levels.isEmpty() ? root : levels.getLast().directory();
            levels.add(new Level(name, above.child(name)));
        }
        return levels.isEmpty() ? root : levels.getLast().directory();
    }

    private static Path name(Path path) {
        return Objects.requireNonNull(path.getFileName());
    }

    private void close(int from) throws IOException {
        while (levels.size() > from) {
            levels.removeLast().directory().close();
        }
    }

    @Override
    public void close() throws IOException {
        close(0);
        root.close();
    }
}
