package dev.pawl.workflows.model.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Evidence against a result.
 *
 * @param path relative to the workspace; empty if there is no single path
 * @param detail one line for people and for the next prompt
 * @param blocking whether it alone blocks acceptance
 * @param asks whether the task may have wanted it, which a person can say; only a blocking one of a path asks
 */
public record Finding(
        FindingKind kind,
        String path,
        String detail,
        boolean blocking,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean asks) {
    /** One that asks nothing. */
    public Finding(FindingKind kind, String path, String detail, boolean blocking) {
        this(kind, path, detail, blocking, false);
    }

    /** A blocking one that a person can allow. */
    public static Finding asking(FindingKind kind, String path, String detail) {
        return new Finding(kind, path, detail, true, true);
    }

    /** Whether it concerns the result, and not only people. */
    public boolean aboutResult() {
        return kind != FindingKind.CHANGED_MEANWHILE;
    }

    /** Whether it says that the task's own wish was met, and nothing against the result. */
    public boolean asWished() {
        return !blocking && (kind == FindingKind.REMOVAL || kind == FindingKind.TESTS_CHANGED);
    }
}
