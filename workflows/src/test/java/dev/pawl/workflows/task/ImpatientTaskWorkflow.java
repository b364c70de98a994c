package dev.pawl.workflows.task;

import dev.pawl.workflows.task.host.HostPatience;
import dev.pawl.workflows.task.state.TaskInput;
import io.temporal.workflow.WorkflowInit;
import java.time.Duration;

/**
 * The task with seconds instead of minutes of waiting for a host: the test engine skips no time while a step is in a
 * queue.
 */
public final class ImpatientTaskWorkflow extends DelegatingTaskWorkflow {
    static final HostPatience PATIENCE = new HostPatience(
            Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ofSeconds(3));

    @WorkflowInit
    public ImpatientTaskWorkflow(TaskInput input) {
        super(new TaskWorkflowImpl(input, PATIENCE));
    }
}
