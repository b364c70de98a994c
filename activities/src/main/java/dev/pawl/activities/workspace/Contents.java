package dev.pawl.activities.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of scanned files, as a snapshot has them: of a link, its target. A file that is no longer as long as it was
 * when it was scanned is an {@link UncheckedIOException}.
 */
record Contents(Path root) {
    private static final int BUFFER = 1 << 16;

    /** Bytes that {@link #copy} writes. */
    long size(ScannedFile file) {
        return file.link() ? target(file).length : file.size();
    }

    /** @throws IOException from {@code out} alone */
    void copy(ScannedFile file, OutputStream out) throws IOException {
        if (file.link()) {
            out.write(target(file));
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
            return RawPath.bytes(RawPath.target(Files.readSymbolicLink(RawPath.resolve(root, file.path()))));
        } catch (IOException e) {
            throw moved(file, e);
        }
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
            return Files.newInputStream(RawPath.resolve(root, file.path()), LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            throw moved(file, e);
        }
    }

    private static UncheckedIOException moved(ScannedFile file, @Nullable IOException cause) {
        return new UncheckedIOException(
                new IOException("%s changed while it was stored".formatted(RawPath.display(file.path())), cause));
    }
}
