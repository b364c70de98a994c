package dev.pawl.workflows.model.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.pawl.workflows.model.Require;
import java.util.List;
import java.util.Objects;

/**
 * The state of the workspace after an iteration, as Pawl observed it.
 *
 * @param snapshot commit in the task's shadow repository that was checked
 * @param tree its tree; equal for equal content
 * @param verified whether everything was green again on a clean checkout; false if that was not reached
 * @param proof why the checks may be trusted
 * @param watched the changed paths that a breakpoint watches, at most {@link WatchedPath#MAX_PER_GLOB} per glob
 */
@ClaimChecked
public record Evidence(
        String snapshot,
        String tree,
        DiffSummary diff,
        List<FileEvidence> files,
        List<CheckEvidence> checks,
        List<Finding> findings,
        boolean verified,
        Proof proof,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<WatchedPath> watched) {
    public Evidence {
        files = Require.list(files);
        checks = Require.list(checks);
        findings = Require.list(findings);
        proof = Objects.requireNonNullElse(proof, Proof.NONE);
        watched = Require.list(watched);
    }

    /** Without a proof. */
    public Evidence(
            String snapshot,
            String tree,
            DiffSummary diff,
            List<FileEvidence> files,
            List<CheckEvidence> checks,
            List<Finding> findings,
            boolean verified) {
        this(snapshot, tree, diff, files, checks, findings, verified, Proof.NONE, List.of());
    }
}
