package dev.pawl.workflows.scheduled;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/**
 * One run of a schedule: starts its task or plan and lasts as long, so that the schedule's overlap policy applies to
 * the work itself. A cancel cancels the task or plan.
 */
@WorkflowInterface
public interface ScheduledRunWorkflow {
    String TYPE = "ScheduledRunWorkflow";

    /** Prefix of the ids of such workflows; the engine appends the time. */
    String ID = "pawl-schedule-";

    @WorkflowMethod
    void run(ScheduledRun input);
}
