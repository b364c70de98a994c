package dev.pawl.workspace.scan;

import dev.pawl.host.file.UntrustedTree;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Object ids of files whose content is known without reading it. */
public interface KnownBlobs {
    KnownBlobs NONE = (file, tree) -> Optional.empty();

    /**
     * The id of the content that a snapshot stores for a file: never one that the file only may have.
     *
     * @param tree that was scanned
     */
    Optional<String> of(ScannedFile file, UntrustedTree tree) throws IOException;

    /** By raw path, of a directory in which only Pawl has written. */
    static KnownBlobs of(Map<String, String> blobs) {
        return (file, tree) -> Optional.ofNullable(blobs.get(file.path()));
    }
}
