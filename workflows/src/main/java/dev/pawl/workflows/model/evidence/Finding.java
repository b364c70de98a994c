package dev.pawl.workflows.model.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Evidence against a result.
 *
 * @param path relative to the workspace; empty if there is no single path
 * @param detail one line for people and for the next prompt
 * @param blocking whether it alone blocks acceptance
 * @param asks whether a person may be asked if the task wants this; only for a blocking finding with a path
 */
public record Finding(
        FindingKind kind,
        String path,
        String detail,
        boolean blocking,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean asks) {
    /** A finding about which no person is asked. */
    public Finding(FindingKind kind, String path, String detail, boolean blocking) {
        this(kind, path, detail, blocking, false);
    }

    /** A blocking finding that a person can allow. */
    public static Finding asking(FindingKind kind, String path, String detail) {
        return new Finding(kind, path, detail, true, true);
    }

    /** Whether it concerns the result, and is not only for people. */
    public boolean aboutResult() {
        return kind != FindingKind.CHANGED_MEANWHILE;
    }

    /** Whether it only confirms what the task asked for, and is not against the result. */
    public boolean asWished() {
        return !blocking && (kind == FindingKind.REMOVAL || kind == FindingKind.TESTS_CHANGED);
    }
}
