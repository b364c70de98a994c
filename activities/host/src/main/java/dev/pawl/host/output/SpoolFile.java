package dev.pawl.host.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Stores output in a file up to a limit, drops the rest and notes that at the end of the file. Safe for two threads.
 */
public final class SpoolFile implements AutoCloseable {
    private final OutputStream out;
    private final long limit;
    private long kept;
    private long dropped;

    /** @param limit in bytes */
    public SpoolFile(Path file, long limit) throws IOException {
        this.out = new BufferedOutputStream(Files.newOutputStream(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS));
        this.limit = limit;
    }

    public synchronized void write(byte[] chunk, int length) throws IOException {
        int fits = (int) Math.min(length, limit - kept);
        out.write(chunk, 0, fits);
        kept += fits;
        dropped += length - fits;
    }

    /** In bytes, so far. */
    public synchronized long dropped() {
        return dropped;
    }

    @Override
    public synchronized void close() throws IOException {
        try (out) {
            if (dropped > 0) {
                out.write("\n[pawl: kept the first %d bytes, dropped %d more]\n"
                        .formatted(kept, dropped)
                        .getBytes(UTF_8));
            }
        }
    }
}
