package dev.pawl.workspace.snapshot;

import dev.pawl.workspace.git.RawPath;
import dev.pawl.workspace.scan.ScannedFile;

/**
 * A file or link in a snapshot.
 *
 * @param path raw, see {@link RawPath}
 * @param mode as in git
 * @param blob object id of its content
 */
public record StoredFile(String path, String mode, String blob) {
    public boolean absent() {
        return mode.equals("000000");
    }

    public boolean link() {
        return mode.equals(ScannedFile.LINK);
    }

    public boolean executable() {
        return mode.equals(ScannedFile.EXECUTABLE);
    }
}
