package dev.pawl.workspace.snapshot;

import dev.pawl.workspace.git.RawPath;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One record of {@code git diff-tree --raw -z}; paths are raw, see {@link RawPath}. */
public record RawChange(
        String path,
        @Nullable String oldPath,
        ChangeKind kind,
        String oldMode,
        String newMode,
        String oldBlob,
        String blob) {

    public static List<RawChange> parse(String[] fields) {
        List<RawChange> changes = new ArrayList<>();
        for (int i = 0; i < fields.length; ) {
            // :old-mode new-mode old-id new-id status
            String[] meta = fields[i++].substring(1).split(" ", -1);
            ChangeKind kind = kind(meta[4].charAt(0));
            String oldPath = kind == ChangeKind.RENAMED ? fields[i++] : null;
            changes.add(new RawChange(fields[i++], oldPath, kind, meta[0], meta[1], meta[2], meta[3]));
        }
        return changes;
    }

    private static ChangeKind kind(char status) {
        return switch (status) {
            case 'A' -> ChangeKind.ADDED;
            case 'M' -> ChangeKind.MODIFIED;
            case 'D' -> ChangeKind.DELETED;
            case 'R' -> ChangeKind.RENAMED;
            case 'T' -> ChangeKind.TYPE_CHANGED;
            default -> throw new IllegalArgumentException("git names a change '" + status + "'");
        };
    }

    public boolean deleted() {
        return kind == ChangeKind.DELETED;
    }

    /** Whether it is a change even if the text is the same. */
    boolean beyondContent() {
        return switch (kind) {
            case RENAMED, TYPE_CHANGED -> true;
            case MODIFIED -> !oldMode.equals(newMode);
            case ADDED, DELETED -> false;
        };
    }

    /** The previous file; to include renames, compare without rename detection. */
    public StoredFile replaced() {
        return new StoredFile(path, oldMode, oldBlob);
    }

    public StoredFile stored() {
        return new StoredFile(path, newMode, blob);
    }

    Change shown(@Nullable String linkTarget) {
        return new Change(
                RawPath.display(path),
                oldPath == null ? null : RawPath.display(oldPath),
                kind,
                oldMode,
                newMode,
                linkTarget);
    }
}
