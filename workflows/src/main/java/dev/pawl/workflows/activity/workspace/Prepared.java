package dev.pawl.workflows.activity.workspace;

import dev.pawl.workflows.model.evidence.CheckEvidence;
import dev.pawl.workflows.model.evidence.ClaimChecked;
import dev.pawl.workflows.model.request.CheckSpec;
import java.util.List;

/**
 * @param base the snapshot to compare with
 * @param checks the task's checks, or the detected ones if it names none
 * @param baseline the result of each check before any agent ran
 * @param notes for people, for example that uncommitted changes were left out
 */
@ClaimChecked
public record Prepared(
        String base, String tree, List<CheckSpec> checks, List<CheckEvidence> baseline, List<String> notes) {
    public Prepared {
        checks = List.copyOf(checks);
        baseline = List.copyOf(baseline);
        notes = List.copyOf(notes);
    }
}
