package dev.pawl.activities.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The user's directory as a delivery reads and writes it. Every component below it is opened relative to its parent and
 * never through a link, so that nothing outside is read or written. Paths are raw, see {@link RawPath}.
 */
final class TargetDirectory {
    private static final Set<StandardOpenOption> NEW =
            EnumSet.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);

    private final Path root;

    TargetDirectory(Path root) {
        this.root = root;
    }

    /** What is at a path; what lies beyond a link or a file is absent. */
    PathState state(String path) throws IOException {
        try (Parent parent = parent(path)) {
            return parent == null ? PathState.ABSENT : parent.state();
        }
    }

    /** Whether a file could be at this path: each directory above it is one, or is missing. */
    boolean reachable(String path) throws IOException {
        for (String above = RawPath.parent(path); !above.isEmpty(); above = RawPath.parent(above)) {
            PathState state = state(above);
            if (state.stored() || (state.kind() == PathState.Kind.OTHER && !directory(above))) {
                return false;
            }
        }
        return true;
    }

    /** Whether there is a directory, and no link to one. */
    boolean directory(String path) throws IOException {
        try (Parent parent = parent(path)) {
            return parent != null && parent.isDirectory();
        }
    }

    /** Copies a file's content, or a link's target. */
    void read(String path, OutputStream out) throws IOException {
        try (Parent parent = parent(path)) {
            if (parent == null) {
                throw new NoSuchFileException(RawPath.display(path));
            }
            parent.copy(out);
        }
    }

    /** Prepares what is to be at a path, synced, under a temporary name beside it. Makes missing directories. */
    void prepare(String path, String temporary, PathState wanted, Path content) throws IOException {
        directories(RawPath.parent(path));
        try (Parent parent = existing(RawPath.child(RawPath.parent(path), temporary))) {
            parent.deleteFile();
            if (wanted.kind() == PathState.Kind.LINK) {
                Files.createSymbolicLink(parent.full(), RawPath.path(RawPath.of(Files.readAllBytes(content))));
            } else {
                parent.write(content, wanted.mode());
            }
        }
    }

    /** Puts what was prepared into its place, atomically. */
    void place(String path, String temporary) throws IOException {
        try (Parent parent = existing(path)) {
            parent.stream.move(RawPath.path(temporary), parent.stream, parent.name);
        }
    }

    /** Removes a file or link, if there is one. */
    void delete(String path) throws IOException {
        try (Parent parent = parent(path)) {
            if (parent != null) {
                parent.deleteFile();
            }
        }
    }

    /** Removes a directory if it is empty. */
    boolean deleteEmpty(String path) throws IOException {
        try (Parent parent = parent(path)) {
            if (parent == null || !parent.isDirectory()) {
                return false;
            }
            parent.stream.deleteDirectory(parent.name);
            return true;
        } catch (DirectoryNotEmptyException e) {
            return false;
        }
    }

    /** Makes the entries of a directory durable; one that is gone needs nothing. */
    void sync(String directory) throws IOException {
        if (!directory.isEmpty() && !directory(directory)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(
                directory.isEmpty() ? root : RawPath.resolve(root, directory), StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private void directories(String path) throws IOException {
        if (path.isEmpty() || directory(path)) {
            return;
        }
        directories(RawPath.parent(path));
        try (Parent parent = existing(path)) {
            Files.createDirectory(parent.full());
        } catch (FileAlreadyExistsException e) {
            if (!directory(path)) {
                throw new NotDirectoryException(RawPath.display(path));
            }
        }
    }

    private Parent existing(String path) throws IOException {
        Parent parent = parent(path);
        if (parent == null) {
            throw new NotDirectoryException(RawPath.display(RawPath.parent(path)));
        }
        return parent;
    }

    /** The directory that holds a path; null if there is none, or only by way of a link. */
    @SuppressWarnings("StreamResourceLeak") // Handed over to Parent, which closes it.
    private @Nullable Parent parent(String path) throws IOException {
        Deque<SecureDirectoryStream<Path>> open = new ArrayDeque<>();
        boolean handedOver = false;
        try {
            if (!(Files.newDirectoryStream(root) instanceof SecureDirectoryStream<Path> top)) {
                throw new IOException("the file system of " + root + " cannot open entries relative to a directory");
            }
            open.push(top);
            String directory = RawPath.parent(path);
            if (!directory.isEmpty()) {
                for (String part : directory.split("/", -1)) {
                    open.push(open.getFirst().newDirectoryStream(RawPath.path(part), LinkOption.NOFOLLOW_LINKS));
                }
            }
            handedOver = true;
            return new Parent(
                    open, RawPath.path(path.substring(path.lastIndexOf('/') + 1)), RawPath.resolve(root, path));
        } catch (NoSuchFileException | NotDirectoryException e) {
            return null;
        } catch (IOException e) {
            if (linkOnTheWay(path)) {
                return null;
            }
            throw e;
        } finally {
            if (!handedOver) {
                close(open);
            }
        }
    }

    /** Opening a link without following it fails differently from system to system. */
    private boolean linkOnTheWay(String path) {
        for (String above = RawPath.parent(path); !above.isEmpty(); above = RawPath.parent(above)) {
            if (Files.isSymbolicLink(RawPath.resolve(root, above))) {
                return true;
            }
        }
        return false;
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

    /** An entry, by its open directory and its name. */
    private static final class Parent implements AutoCloseable {
        private final Deque<SecureDirectoryStream<Path>> open;
        private final SecureDirectoryStream<Path> stream;
        private final Path name;
        private final Path full;

        private Parent(Deque<SecureDirectoryStream<Path>> open, Path name, Path full) {
            this.open = open;
            this.stream = open.getFirst();
            this.name = name;
            this.full = full;
        }

        /** For what cannot be done relative to a directory: making a directory or a link, reading a link. */
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
                stream.deleteFile(name);
            } catch (NoSuchFileException e) {
                // It is gone already.
            }
        }

        void write(Path content, @Nullable String mode) throws IOException {
            try (SeekableByteChannel channel = stream.newByteChannel(name, NEW);
                    InputStream in = Files.newInputStream(content)) {
                in.transferTo(Channels.newOutputStream(channel));
                stream.getFileAttributeView(name, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                        .setPermissions(PosixFilePermissions.fromString(String.valueOf(mode)));
                if (channel instanceof FileChannel file) {
                    file.force(true);
                }
            }
        }

        private @Nullable PosixFileAttributes attributes() throws IOException {
            try {
                return stream.getFileAttributeView(name, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                        .readAttributes();
            } catch (NoSuchFileException e) {
                return null;
            }
        }

        private byte[] target() throws IOException {
            return RawPath.bytes(RawPath.target(Files.readSymbolicLink(full)));
        }

        private InputStream in() throws IOException {
            return Channels.newInputStream(
                    stream.newByteChannel(name, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)));
        }

        private String hash() throws IOException {
            MessageDigest digest = Sha256.digest();
            try (InputStream in = new DigestInputStream(in(), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        }

        @Override
        public void close() {
            TargetDirectory.close(open);
        }
    }
}
