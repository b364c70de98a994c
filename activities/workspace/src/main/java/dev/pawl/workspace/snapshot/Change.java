package dev.pawl.workspace.snapshot;

import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One path that differs between two snapshots. Paths are relative with forward slashes; a name that is not plain text
 * is in double quotes with escapes, as git shows it.
 *
 * @param oldPath previous path of a renamed file; absent for other kinds
 * @param oldMode six octal digits as in git; {@code 000000} for an added path
 * @param newMode as {@code oldMode}; {@code 000000} for a deleted path
 * @param linkTarget current target of a symbolic link; absent for files
 */
public record Change(
        String path,
        @Nullable String oldPath,
        ChangeKind kind,
        String oldMode,
        String newMode,
        @Nullable String linkTarget) {

    /** Every path this change touches: both sides of a rename. */
    public List<String> paths() {
        return oldPath == null ? List.of(path) : List.of(oldPath, path);
    }

    /** Every path that any of these touches, in order. */
    public static SortedSet<String> allPaths(Collection<Change> changes) {
        SortedSet<String> paths = new TreeSet<>();
        changes.forEach(change -> paths.addAll(change.paths()));
        return paths;
    }

    public boolean modeChanged() {
        return switch (kind) {
            case ADDED, DELETED -> false;
            case MODIFIED, RENAMED, TYPE_CHANGED -> !oldMode.equals(newMode);
        };
    }
}
