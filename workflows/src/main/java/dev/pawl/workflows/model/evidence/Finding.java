package dev.pawl.workflows.model.evidence;

/**
 * Something evidence shows against a result.
 *
 * @param path relative to the workspace; empty where no single path is meant
 * @param detail one line for people and for the next prompt
 * @param blocking whether it alone keeps the result from being accepted
 */
public record Finding(FindingKind kind, String path, String detail, boolean blocking) {
    /** Whether it is about the result at all, and not for people only. */
    public boolean aboutResult() {
        return kind != FindingKind.CHANGED_MEANWHILE;
    }
}
