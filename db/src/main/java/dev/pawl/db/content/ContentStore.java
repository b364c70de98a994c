package dev.pawl.db.content;

import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * Keeps bytes by their SHA-256. Putting the same bytes again changes nothing; what was put is durable and never changes.
 * Every method throws {@link UncheckedIOException} where the place it keeps them fails.
 */
public interface ContentStore {
    Stored put(byte[] content);

    /** Puts a file without holding it in memory. */
    Stored put(Path file);

    /**
     * The beginning of a content.
     *
     * @param maxBytes what is longer is cut there
     * @throws ContentLostException for one that is not there, or is not what was put
     */
    byte[] read(String sha256, int maxBytes);

    /**
     * The whole content, to be closed by the caller.
     *
     * @throws ContentLostException for one that is not there; at the end of the stream, for one that is not what was put
     */
    InputStream open(String sha256);
}
