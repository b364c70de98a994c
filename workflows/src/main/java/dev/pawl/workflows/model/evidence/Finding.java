package dev.pawl.workflows.model.evidence;

/**
 * Evidence against a result.
 *
 * @param path relative to the workspace; empty if there is no single path
 * @param detail one line for people and for the next prompt
 * @param blocking whether it alone blocks acceptance
 */
public record Finding(FindingKind kind, String path, String detail, boolean blocking) {
    /** Whether it concerns the result, and not only people. */
    public boolean aboutResult() {
        return kind != FindingKind.CHANGED_MEANWHILE;
    }
}
