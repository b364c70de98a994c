package dev.pawl.workspace.snapshot;

import dev.pawl.workflows.model.evidence.Finding;
import java.util.List;

/**
 * The content of a workspace at one moment, stored in the task's shadow repository.
 *
 * @param commit the same for the same label, base and content
 * @param tree equal for equal content
 * @param findings what could not be stored, for example unreadable or too large files
 */
public record Snapshot(String commit, String tree, List<Finding> findings) {
    public Snapshot {
        findings = List.copyOf(findings);
    }
}
