package dev.pawl.workspace.snapshot;

import java.io.IOException;
import java.io.InputStream;

/** Receives the content of stored files one after the other. */
public interface BlobReceiver {
    /** @param content ends with the file; the unread rest is skipped */
    void receive(StoredFile file, InputStream content) throws IOException;
}
