package dev.pawl.workflows.model.evidence;

import dev.pawl.workflows.model.ContentRef;
import dev.pawl.workflows.model.Require;
import org.jspecify.annotations.Nullable;

/**
 * The change against the base snapshot.
 *
 * @param files number of changed files
 * @param added lines; binary files count as none
 * @param meaningful whether it is more than white space
 * @param patch a binary-safe git patch; absent for an empty diff
 */
public record DiffSummary(
        int files,
        int added,
        int removed,
        boolean meaningful,
        @Nullable ContentRef patch) {
    public static final DiffSummary EMPTY = new DiffSummary(0, 0, 0, false, null);

    public DiffSummary {
        Require.notNegative(files, "files");
        Require.notNegative(added, "added");
        Require.notNegative(removed, "removed");
    }
}
