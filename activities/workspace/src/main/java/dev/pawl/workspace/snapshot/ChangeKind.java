package dev.pawl.workspace.snapshot;

/** How a path differs between two snapshots. */
public enum ChangeKind {
    ADDED,
    MODIFIED,
    DELETED,
    RENAMED,
    /** A file became a symbolic link or the other way round. */
    TYPE_CHANGED
}
