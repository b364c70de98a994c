package dev.pawl.evidence;

import dev.pawl.evidence.attempt.HostActivity;
import dev.pawl.workflows.activity.evidence.AssessIteration;
import dev.pawl.workflows.activity.evidence.EvidenceActivities;
import dev.pawl.workflows.model.evidence.Evidence;

/** Gathers evidence on the workspace's host and stores it. Running it again gives the same evidence and rows. */
public final class EvidenceActivitiesImpl implements EvidenceActivities {
    private final EvidenceHost host;
    private final EvidenceRecords records;

    public EvidenceActivitiesImpl(EvidenceHost host, EvidenceRecords records) {
        this.host = host;
        this.records = records;
    }

    @Override
    public Evidence assess(AssessIteration input) {
        return HostActivity.run(
                host.workspaces().turns(),
                input.taskId(),
                check -> records.finished(input.taskId(), input.iteration(), check),
                progress -> Assessment.of(host, input, records.traces(input.taskId(), input.iteration()), progress),
                evidence -> records.assessed(input.taskId(), input.iteration(), evidence));
    }
}
