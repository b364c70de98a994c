package dev.pawl.workflows.task;

import dev.pawl.workflows.model.outcome.TaskOutcome;
import dev.pawl.workflows.model.plan.PlanMember;
import dev.pawl.workflows.model.plan.TaskEnded;
import io.temporal.workflow.SignalExternalWorkflowException;
import io.temporal.workflow.Workflow;
import org.slf4j.Logger;

/**
 * Reports the end of a task to its plan. A signal, unlike the result of a child workflow, also reaches a plan that
 * continued as new meanwhile.
 */
final class ReportToPlan {
    private static final Logger LOG = Workflow.getLogger(ReportToPlan.class);

    private ReportToPlan() {}

    static void of(TaskState state, TaskOutcome outcome) {
        PlanMember member = state.member;
        if (member == null) {
            return;
        }
        String taskId = Workflow.getInfo().getWorkflowId();
        TaskEnded ended = new TaskEnded(
                taskId,
                member.packageId(),
                member.attempt(),
                outcome.outcome(),
                outcome.cause(),
                outcome.reason(),
                state.prepared == null ? null : state.prepared.base(),
                outcome.snapshot());
        try {
            Workflow.newUntypedExternalWorkflowStub(member.planId()).signal(TaskEnded.SIGNAL, ended);
        } catch (SignalExternalWorkflowException e) {
            LOG.warn("plan {} has ended before its task {}", member.planId(), taskId, e);
        }
    }
}
