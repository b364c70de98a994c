package dev.pawl.workspace.journal;

import dev.pawl.db.column.Sha256;
import dev.pawl.workspace.git.RawPath;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a {@link TargetDirectory}, by its open directory and its name. Links are not followed. If the JDK does
 * not support this, by path, after a check of each directory on the way.
 */
final class TargetEntry implements AutoCloseable {
    private static final Set<OpenOption> NEW = Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
    private static final Set<OpenOption> READ = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

    /** Until it is complete, only its owner can read it. */
    private static final FileAttribute<Set<PosixFilePermission>> PRIVATE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private static final FileAttribute<Set<PosixFilePermission>> PRIVATE_DIRECTORY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Deque<SecureDirectoryStream<Path>> open;
    private final @Nullable SecureDirectoryStream<Path> stream;
    private final Path name;
    private final Path full;

    private TargetEntry(Deque<SecureDirectoryStream<Path>> open, Path root, String path) {
        this.open = open;
        this.stream = open.peekFirst();
        this.name = RawPath.path(path.substring(path.lastIndexOf('/') + 1));
        this.full = RawPath.resolve(root, path);
    }

    /** @return absent if the parent directory is missing, or only reached by a link */
    @SuppressWarnings("StreamResourceLeak") // The entry closes it.
    static @Nullable TargetEntry open(Path root, String path, boolean byPath) throws IOException {
        Deque<SecureDirectoryStream<Path>> open = new ArrayDeque<>();
        boolean handedOver = false;
        try {
            DirectoryStream<Path> top = Files.newDirectoryStream(root);
            if (byPath || !(top instanceof SecureDirectoryStream<Path> descriptor)) {
                top.close();
                return directories(root, path) ? new TargetEntry(open, root, path) : null;
            }
            open.push(descriptor);
            String directory = RawPath.parent(path);
            if (!directory.isEmpty()) {
                for (String part : directory.split("/", -1)) {
                    open.push(open.getFirst().newDirectoryStream(RawPath.path(part), LinkOption.NOFOLLOW_LINKS));
                }
            }
            handedOver = true;
            return new TargetEntry(open, root, path);
        } catch (NoSuchFileException | NotDirectoryException e) {
            return null;
        } catch (IOException e) {
            if (linkOnTheWay(root, path)) {
                return null;
            }
            throw e;
        } finally {
            if (!handedOver) {
                close(open);
            }
        }
    }

    /** Whether everything above a path is a directory, and not a link. */
    private static boolean directories(Path root, String path) {
        for (String above = RawPath.parent(path); !above.isEmpty(); above = RawPath.parent(above)) {
            if (!Files.isDirectory(RawPath.resolve(root, above), LinkOption.NOFOLLOW_LINKS)) {
                return false;
            }
        }
        return true;
    }

    /** Opening a link without following it fails differently on each system. */
    private static boolean linkOnTheWay(Path root, String path) {
        for (String above = RawPath.parent(path); !above.isEmpty(); above = RawPath.parent(above)) {
            if (Files.isSymbolicLink(RawPath.resolve(root, above))) {
                return true;
            }
        }
        return false;
    }

    /** For operations that cannot be relative to a directory: creating a directory or a link, reading a link. */
    Path full() {
        return full;
    }

    PathState state() throws IOException {
        PosixFileAttributes attributes = attributes();
        if (attributes == null) {
            return PathState.ABSENT;
        }
        if (attributes.isSymbolicLink()) {
            return PathState.link(Sha256.of(target()));
        }
        return attributes.isRegularFile()
                ? PathState.file(hash(), PosixFilePermissions.toString(attributes.permissions()))
                : PathState.OTHER;
    }

    boolean isDirectory() throws IOException {
        PosixFileAttributes attributes = attributes();
        return attributes != null && attributes.isDirectory();
    }

    void copy(OutputStream out) throws IOException {
        PosixFileAttributes attributes = attributes();
        if (attributes != null && attributes.isSymbolicLink()) {
            out.write(target());
            return;
        }
        try (InputStream in = in()) {
            in.transferTo(out);
        }
    }

    void deleteFile() throws IOException {
        try {
            if (stream != null) {
                stream.deleteFile(name);
            } else if (isDirectory()) {
                throw new FileSystemException(full.toString(), null, "is a directory");
            } else {
                Files.delete(full);
            }
        } catch (NoSuchFileException e) {
            // It is already gone.
        }
    }

    /** Removes an empty directory. */
    void deleteDirectory() throws IOException {
        if (stream == null) {
            Files.delete(full);
        } else {
            stream.deleteDirectory(name);
        }
    }

    /** @param mode absent means the system's default */
    void makeDirectory(@Nullable String mode) throws IOException {
        if (mode == null) {
            Files.createDirectory(full);
        } else {
            Files.createDirectory(full, PRIVATE_DIRECTORY);
            view().setPermissions(PosixFilePermissions.fromString(mode));
        }
    }

    void write(Path content, @Nullable String mode) throws IOException {
        try (SeekableByteChannel channel = stream == null
                        ? Files.newByteChannel(full, NEW, PRIVATE)
                        : stream.newByteChannel(name, NEW, PRIVATE);
                InputStream in = Files.newInputStream(content)) {
            in.transferTo(Channels.newOutputStream(channel));
            view().setPermissions(PosixFilePermissions.fromString(String.valueOf(mode)));
            if (channel instanceof FileChannel file) {
                file.force(true);
            }
        }
    }

    /** Replaces it by another entry of its directory, atomically. */
    void replaceBy(Path other) throws IOException {
        if (stream == null) {
            Files.move(full.resolveSibling(other), full, StandardCopyOption.ATOMIC_MOVE);
        } else {
            stream.move(other, stream, name);
        }
    }

    private PosixFileAttributeView view() {
        return stream == null
                ? Files.getFileAttributeView(full, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                : stream.getFileAttributeView(name, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    }

    private @Nullable PosixFileAttributes attributes() throws IOException {
        try {
            return view().readAttributes();
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    private byte[] target() throws IOException {
        return RawPath.bytes(RawPath.target(Files.readSymbolicLink(full)));
    }

    private InputStream in() throws IOException {
        return Channels.newInputStream(
                stream == null ? Files.newByteChannel(full, READ) : stream.newByteChannel(name, READ));
    }

    private String hash() throws IOException {
        MessageDigest digest = Sha256.digest();
        try (InputStream in = new DigestInputStream(in(), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return Sha256.hex(digest.digest());
    }

    @Override
    public void close() {
        close(open);
    }

    private static void close(Deque<SecureDirectoryStream<Path>> open) {
        try {
            while (!open.isEmpty()) {
                open.pop().close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
