package dev.pawl.workspace.snapshot;

import java.nio.file.Path;

/**
 * The difference of two snapshots.
 *
 * @param patch a file with the binary-safe patch, empty without changes; overwritten by the next diff of the same two
 *     snapshots with the same bytes
 * @param size of the patch in bytes
 * @param files number of changed paths, a rename counts once
 * @param added lines; binary files count as none
 * @param meaningful whether there is more than white space: text, a binary file, a rename or a mode
 */
public record Diff(Path patch, long size, int files, int added, int removed, boolean meaningful) {
    public boolean empty() {
        return files == 0;
    }
}
