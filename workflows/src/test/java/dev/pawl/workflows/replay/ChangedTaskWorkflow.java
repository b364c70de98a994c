package dev.pawl.workflows.replay;

import dev.pawl.workflows.model.TaskOutcome;
import dev.pawl.workflows.task.DelegatingTaskWorkflow;
import dev.pawl.workflows.task.TaskInput;
import dev.pawl.workflows.task.TaskWorkflowImpl;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.time.Duration;

/** The task with one step more, as a careless change would make it. */
public final class ChangedTaskWorkflow extends DelegatingTaskWorkflow {
    @WorkflowInit
    public ChangedTaskWorkflow(TaskInput input) {
        super(new TaskWorkflowImpl(input));
    }

    @Override
    public TaskOutcome run(TaskInput input) {
        Workflow.sleep(Duration.ofSeconds(1));
        return super.run(input);
    }
}
