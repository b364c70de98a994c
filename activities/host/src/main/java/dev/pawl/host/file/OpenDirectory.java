package dev.pawl.host.file;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An open directory: its entries are accessed through it and never through a path, which somebody may have changed
 * meanwhile. Links are not followed. If the JDK does not support this, by path, with a check before each access.
 */
final class OpenDirectory implements AutoCloseable {
    private static final Path SELF = Path.of(".");
    private static final Set<OpenOption> READ = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

    private final Path path;
    private final DirectoryStream<Path> stream;
    private final @Nullable SecureDirectoryStream<Path> secure;

    private OpenDirectory(Path path, DirectoryStream<Path> stream) {
        this.path = path;
        this.stream = stream;
        this.secure = stream instanceof SecureDirectoryStream<Path> descriptor ? descriptor : null;
    }

    /** @param path that only the user of this process can change */
    @SuppressWarnings("StreamResourceLeak") // closed with what holds it
    static OpenDirectory ofOurs(Path path) throws IOException {
        return new OpenDirectory(path, Files.newDirectoryStream(path));
    }

    Path path() {
        return path;
    }

    /**
     * Attributes of an entry itself, not of a link's target.
     *
     * @throws java.nio.file.NoSuchFileException if it does not exist
     */
    PosixFileAttributes attributes(Path name) throws IOException {
        return secure == null
                ? Files.readAttributes(path.resolve(name), PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                : secure.getFileAttributeView(name, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                        .readAttributes();
    }

    /** @throws UnexpectedFileException if the entry is not a directory */
    @SuppressWarnings("StreamResourceLeak") // closed with what holds it
    OpenDirectory child(Path name) throws IOException {
        PosixFileAttributes seen = attributes(name);
        Path place = path.resolve(name);
        if (!seen.isDirectory()) {
            throw new UnexpectedFileException(place, "is not a directory");
        }
        // Through its own dot: opening a pipe would block, and only a directory has a dot. For a link this is its
        // target.
        Path dot = name.resolve(SELF);
        OpenDirectory child = new OpenDirectory(
                place, secure == null ? Files.newDirectoryStream(path.resolve(dot)) : secure.newDirectoryStream(dot));
        if (!Objects.equals(child.key(), seen.fileKey())) {
            child.close();
            throw new UnexpectedFileException(place, "changed while it was opened");
        }
        return child;
    }

    private @Nullable Object key() throws IOException {
        return secure == null
                ? attributes(SELF).fileKey()
                : secure.getFileAttributeView(BasicFileAttributeView.class)
                        .readAttributes()
                        .fileKey();
    }

    /** Names of the entries, in no order. */
    List<Path> names() throws IOException {
        List<Path> names = new ArrayList<>();
        try (DirectoryStream<Path> entries =
                secure == null ? Files.newDirectoryStream(path) : secure.newDirectoryStream(SELF)) {
            entries.forEach(entry -> names.add(Objects.requireNonNull(entry.getFileName())));
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return names;
    }

    /**
     * Opens a regular file to read it.
     *
     * @throws UnexpectedFileException if it is something else
     */
    SeekableByteChannel file(Path name) throws IOException {
        Path place = path.resolve(name);
        if (!attributes(name).isRegularFile()) {
            throw new UnexpectedFileException(place, "is not a regular file");
        }
        SeekableByteChannel file = PromptOpen.open(
                place, () -> secure == null ? Files.newByteChannel(place, READ) : secure.newByteChannel(name, READ));
        try {
            file.position(); // fails for a pipe that took its place
            return file;
        } catch (IOException e) {
            file.close();
            throw new UnexpectedFileException(place, "is not a regular file");
        }
    }

    /** Of a regular file; does nothing for anything else. */
    void setAccessTime(Path name, FileTime time) throws IOException {
        if (!attributes(name).isRegularFile()) {
            return;
        }
        BasicFileAttributeView view = secure == null
                ? Files.getFileAttributeView(
                        path.resolve(name), BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                : secure.getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        view.setTimes(null, time, null);
    }

    /** Removes a file, a link, or anything else but a directory. */
    void deleteFile(Path name) throws IOException {
        if (secure == null) {
            Files.delete(path.resolve(name));
        } else {
            secure.deleteFile(name);
        }
    }

    void deleteDirectory(Path name) throws IOException {
        if (secure == null) {
            Files.delete(path.resolve(name));
        } else {
            secure.deleteDirectory(name);
        }
    }

    /** Moves an entry; a link is moved itself. */
    void move(Path name, OpenDirectory target, Path newName) throws IOException {
        if (secure == null || target.secure == null) {
            Files.move(path.resolve(name), target.path.resolve(newName), StandardCopyOption.ATOMIC_MOVE);
        } else {
            secure.move(name, target.secure, newName);
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
