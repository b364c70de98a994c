package dev.pawl.workflows.scheduled;

import dev.pawl.workflows.activity.TaskQueues;
import dev.pawl.workflows.model.outcome.TaskOutcome;
import dev.pawl.workflows.model.plan.PlanOutcome;
import dev.pawl.workflows.model.plan.PlanRequest;
import dev.pawl.workflows.model.request.TaskRequest;
import dev.pawl.workflows.plan.PlanWorkflow;
import dev.pawl.workflows.plan.state.PlanInput;
import dev.pawl.workflows.task.TaskWorkflow;
import dev.pawl.workflows.task.state.TaskInput;
import io.temporal.api.enums.v1.ParentClosePolicy;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.Workflow;
import java.util.Objects;

/** Its task or plan is named after the schedule and the time. */
public final class ScheduledRunWorkflowImpl implements ScheduledRunWorkflow {
    @Override
    public void run(ScheduledRun input) {
        String id = WorkIds.of(Workflow.getInfo().getWorkflowId());
        TaskRequest task = input.task();
        if (task != null) {
            Workflow.newUntypedChildWorkflowStub(TaskWorkflow.TYPE, options(id, task.title()))
                    .execute(TaskOutcome.class, TaskInput.first(task));
        } else {
            PlanRequest plan = Objects.requireNonNull(input.plan());
            Workflow.newUntypedChildWorkflowStub(PlanWorkflow.TYPE, options(id, plan.title()))
                    .execute(PlanOutcome.class, PlanInput.first(plan));
        }
    }

    private static ChildWorkflowOptions options(String id, String title) {
        return ChildWorkflowOptions.newBuilder()
                .setWorkflowId(id)
                .setTaskQueue(TaskQueues.TASKS)
                .setWorkflowIdReusePolicy(WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_REJECT_DUPLICATE)
                .setParentClosePolicy(ParentClosePolicy.PARENT_CLOSE_POLICY_REQUEST_CANCEL)
                .setStaticSummary(title)
                .build();
    }
}
