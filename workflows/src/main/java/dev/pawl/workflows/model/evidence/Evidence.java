package dev.pawl.workflows.model.evidence;

import dev.pawl.workflows.model.Require;
import java.util.List;

/**
 * The state of the workspace after an iteration, as Pawl observed it.
 *
 * @param snapshot commit in the task's shadow repository that was checked
 * @param tree its tree; equal for equal content
 * @param verified whether everything was green again on a clean checkout; false if that was not reached
 */
@ClaimChecked
public record Evidence(
        String snapshot,
        String tree,
        DiffSummary diff,
        List<FileEvidence> files,
        List<CheckEvidence> checks,
        List<Finding> findings,
        boolean verified) {
    public Evidence {
        files = Require.list(files);
        checks = Require.list(checks);
        findings = Require.list(findings);
    }
}
