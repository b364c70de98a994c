package dev.pawl.workspace.scan;

import dev.pawl.workspace.git.RawPath;

/**
 * A file or symbolic link of a workspace.
 *
 * @param path raw, see {@link RawPath}
 * @param mode as in git: 100644, 100755 or 120000
 * @param size in bytes, of a file
 */
public record ScannedFile(String path, String mode, long size) {
    static final String FILE = "100644";
    public static final String EXECUTABLE = "100755";
    public static final String LINK = "120000";

    boolean link() {
        return mode.equals(LINK);
    }
}
