package dev.pawl.workflows.activity.evidence;

import dev.pawl.workflows.model.evidence.Evidence;
import io.temporal.activity.ActivityInterface;

/** Looks at what an iteration left, on the host that has the workspace. */
@ActivityInterface
public interface EvidenceActivities {
    /**
     * Sweeps leftover processes, snapshots the workspace, compares it with the base, runs the checks, and where all is
     * green verifies once on a clean checkout.
     */
    Evidence assess(AssessIteration input);
}
