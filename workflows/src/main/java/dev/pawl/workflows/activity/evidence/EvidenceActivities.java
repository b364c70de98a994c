package dev.pawl.workflows.activity.evidence;

import dev.pawl.workflows.model.evidence.Evidence;
import io.temporal.activity.ActivityInterface;

/** Gathers the evidence of an iteration, on the host that has the workspace. */
@ActivityInterface
public interface EvidenceActivities {
    /**
     * Ends leftover processes, takes a snapshot, compares it with the base and runs the checks. If all is green,
     * verifies once more on a clean checkout.
     */
    Evidence assess(AssessIteration input);
}
