package dev.pawl.workspace.scan;

import dev.pawl.host.file.UntrustedTree;
import dev.pawl.workspace.git.RawPath;
import dev.pawl.workspace.lfs.LfsFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of scanned files, as in a snapshot: of a link, its target; of a file of Git LFS, its pointer.
 * A file whose length changed since the scan is an
 * {@link UncheckedIOException}.
 */
public final class Contents implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final UntrustedTree tree;
    private final LfsFiles lfs;
    private final KnownBlobs known;
    private final Map<String, byte[]> pointers = new HashMap<>();
    private final Map<String, Optional<String>> blobs = new HashMap<>();

    public Contents(Path root, LfsFiles lfs, KnownBlobs known) {
        this.lfs = lfs;
        this.known = known;
        try {
            tree = UntrustedTree.open(root);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open " + root, e);
        }
    }

    /** The object id of what {@link #copy} writes, if it is known without reading it; always the same answer. */
    public Optional<String> blob(ScannedFile file) {
        return blobs.computeIfAbsent(file.path(), path -> {
            try {
                return known.of(file, tree);
            } catch (IOException e) {
                throw moved(file, e);
            }
        });
    }

    /** Bytes that {@link #copy} writes. */
    public long size(ScannedFile file) {
        if (file.link()) {
            return target(file).length;
        }
        return lfs.names(file.path()) ? pointer(file).length : file.size();
    }

    /** @throws IOException only from {@code out} */
    public void copy(ScannedFile file, OutputStream out) throws IOException {
        if (file.link()) {
            out.write(target(file));
            return;
        }
        if (lfs.names(file.path())) {
            out.write(pointer(file));
            return;
        }
        byte[] buffer = new byte[BUFFER];
        long left = file.size();
        try (InputStream in = open(file)) {
            while (left > 0) {
                int count = fill(in, buffer, left, file);
                out.write(buffer, 0, count);
                left -= count;
            }
        }
    }

    private byte[] target(ScannedFile file) {
        try {
            return RawPath.bytes(RawPath.target(tree.target(RawPath.path(file.path()))));
        } catch (IOException e) {
            throw moved(file, e);
        }
    }

    private byte[] pointer(ScannedFile file) {
        return pointers.computeIfAbsent(file.path(), path -> {
            try {
                return lfs.pointer(() -> open(file));
            } catch (IOException e) {
                throw moved(file, e);
            }
        });
    }

    private static int fill(InputStream in, byte[] buffer, long left, ScannedFile file) {
        try {
            int count = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (count > 0) {
                return count;
            }
        } catch (IOException e) {
            throw moved(file, e);
        }
        throw moved(file, null);
    }

    private InputStream open(ScannedFile file) {
        try {
            return Channels.newInputStream(tree.open(RawPath.path(file.path()), Long.MAX_VALUE));
        } catch (IOException e) {
            throw moved(file, e);
        }
    }

    private static UncheckedIOException moved(ScannedFile file, @Nullable IOException cause) {
        return new UncheckedIOException(
                new IOException("%s changed while it was stored".formatted(RawPath.display(file.path())), cause));
    }

    @Override
    public void close() {
        try {
            tree.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
