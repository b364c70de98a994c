package dev.pawl.workflows.activity.plan;

import dev.pawl.workflows.activity.workspace.Delivered;
import io.temporal.activity.ActivityInterface;

/**
 * Work on a plan's integration repository, on the host that has it. Each activity may run again, also after it took
 * effect. What a package did wrong is a value; faults of the machinery are exceptions.
 */
@ActivityInterface(namePrefix = "Plan")
public interface IntegrationActivities {
    /** Creates the integration repository from the HEAD of the plan's repository. Repeated, it returns the same one. */
    IntegrationHead open(OpenIntegration input);

    /**
     * Merges candidates, in this order, and checks the merged tree. A candidate that was integrated before keeps its
     * commit.
     *
     * @return a verdict for each candidate, and the new head
     */
    IntegrateResult integrate(IntegrateCall input);

    /** Delivers the integrated result as far as the plan permits. */
    Delivered deliver(PlanDelivery input);

    /** Releases what the plan holds on its host. The integration repository is kept until retention removes it. */
    void release(ReleaseIntegration input);
}
