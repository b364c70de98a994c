package dev.pawl.db.content;

import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * Stores bytes by their SHA-256. Idempotent; contents are durable and never change. Every method throws {@link
 * UncheckedIOException} if the storage fails.
 */
public interface ContentStore {
    Stored put(byte[] content);

    /** Stores a file without holding it in memory. */
    Stored put(Path file);

    /**
     * Returns the beginning of a content.
     *
     * @param maxBytes longer contents are truncated
     * @throws ContentLostException if it is missing or damaged
     */
    byte[] read(String sha256, int maxBytes);

    /**
     * The whole content, to be closed by the caller.
     *
     * @throws ContentLostException if it is missing; at the end of the stream, if it is damaged
     */
    InputStream open(String sha256);
}
