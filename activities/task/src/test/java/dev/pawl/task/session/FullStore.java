package dev.pawl.task.session;

import dev.pawl.db.content.ContentStore;
import dev.pawl.db.content.Stored;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** A store that can be read and refuses every write. */
record FullStore(ContentStore contents) implements ContentStore {
    @Override
    public Stored put(byte[] content) {
        throw new UncheckedIOException(new IOException("No space left on device"));
    }

    @Override
    public Stored put(Path file) {
        throw new UncheckedIOException(new IOException("No space left on device"));
    }

    @Override
    public byte[] read(String sha256, int maxBytes) {
        return contents.read(sha256, maxBytes);
    }

    @Override
    public InputStream open(String sha256) {
        return contents.open(sha256);
    }
}
