package dev.pawl.workspace.snapshot;

import dev.pawl.host.file.Removal;
import dev.pawl.workspace.git.RawPath;
import dev.pawl.workspace.lfs.LfsFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;

/**
 * Writes stored files into a directory, byte for byte. A link on the way is replaced by a directory, so nothing is ever
 * written outside.
 */
public final class TreeWriter implements BlobReceiver {
    private final Path root;
    private final LfsFiles lfs;

    public TreeWriter(Path root) {
        this(root, LfsFiles.NONE);
    }

    /** @param lfs files that are written with their contents */
    public TreeWriter(Path root, LfsFiles lfs) {
        this.root = root;
        this.lfs = lfs;
    }

    @Override
    public void receive(StoredFile file, InputStream content) throws IOException {
        Path path = RawPath.resolve(root, file.path());
        directory(RawPath.parent(file.path()));
        Removal.remove(path);
        if (file.link()) {
            Files.createSymbolicLink(path, RawPath.path(RawPath.of(content.readAllBytes())));
            return;
        }
        if (lfs.names(file.path())) {
            large(content, path);
        } else {
            Files.copy(content, path);
        }
        Files.setPosixFilePermissions(
                path, PosixFilePermissions.fromString(file.executable() ? "rwxr-xr-x" : "rw-r--r--"));
    }

    private void large(InputStream stored, Path path) throws IOException {
        byte[] start = stored.readNBytes(LfsFiles.LONGEST_POINTER + 1);
        Optional<Path> content = lfs.content(start);
        if (content.isPresent()) {
            Files.copy(content.get(), path);
        } else {
            Files.copy(new SequenceInputStream(new ByteArrayInputStream(start), stored), path);
        }
    }

    /** Applies the changes to the paths. */
    public void apply(List<RawChange> changes, ShadowRepository shadow) {
        changes.stream().filter(RawChange::deleted).map(RawChange::path).forEach(this::remove);
        shadow.read(
                changes.stream()
                        .filter(change -> !change.deleted())
                        .map(RawChange::stored)
                        .toList(),
                this);
    }

    /** Removes a file and the directories that become empty. */
    public void remove(String path) {
        if (!reachable(RawPath.parent(path))) {
            return;
        }
        Removal.remove(RawPath.resolve(root, path));
        for (String parent = RawPath.parent(path); !parent.isEmpty(); parent = RawPath.parent(parent)) {
            Path directory = RawPath.resolve(root, parent);
            if (!Removal.empty(directory)) {
                return;
            }
            Removal.remove(directory);
        }
    }

    /** Like {@link #remove}, but leaves a directory alone. */
    public void removeFile(String path) {
        if (!Files.isDirectory(RawPath.resolve(root, path), LinkOption.NOFOLLOW_LINKS)) {
            remove(path);
        }
    }

    private boolean reachable(String directory) {
        return directory.isEmpty()
                || (reachable(RawPath.parent(directory))
                        && Files.isDirectory(RawPath.resolve(root, directory), LinkOption.NOFOLLOW_LINKS));
    }

    private void directory(String directory) {
        if (directory.isEmpty()) {
            return;
        }
        directory(RawPath.parent(directory));
        Path path = RawPath.resolve(root, directory);
        if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            Removal.remove(path);
            try {
                Files.createDirectory(path);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot make " + path, e);
            }
        }
    }
}
