package dev.pawl.task.reap;

import dev.pawl.host.heartbeat.Heartbeat;
import dev.pawl.workflows.activity.reap.Reap;
import dev.pawl.workflows.activity.reap.ReapActivities;
import dev.pawl.workflows.activity.reap.ReapCounts;
import dev.pawl.workflows.activity.reap.RowsReaped;
import java.time.Duration;

/** Compares rows with the engine. Safe for several workers at once. */
public final class ReapActivitiesImpl implements ReapActivities {
    /** A host that was not seen for longer is considered gone, unless it has tasks. */
    private static final Duration LATELY = Duration.ofHours(24);

    private final ReapRecords records;
    private final TaskWorkflows workflows;
    private final PlanWorkflows plans;

    public ReapActivitiesImpl(ReapRecords records, TaskWorkflows workflows, PlanWorkflows plans) {
        this.records = records;
        this.workflows = workflows;
        this.plans = plans;
    }

    @Override
    public RowsReaped reapRows(Reap input) {
        try (Heartbeat heartbeat = Heartbeat.start()) {
            return reap(input, heartbeat::check);
        }
    }

    /**
     * The same outside of the engine.
     *
     * @param alive called regularly; throws to end the comparison
     */
    public RowsReaped reap(Reap input, Runnable alive) {
        Findings findings = new Findings(input.repair(), null);
        ReapCounts counts = null;
        new OpenPlans(records, plans, alive).compare(findings);
        new OpenTasks(records, workflows, alive).compare(findings);
        new Locks(records, workflows).compare(findings);
        if (input.everything()) {
            AllRows rows = new AllRows(records, workflows);
            rows.compare(findings);
            counts = rows.counts();
        }
        return new RowsReaped(counts, records.hosts().toAsk(LATELY), findings.found(), findings.leftOut());
    }
}
