package dev.pawl.workflows.collect;

import dev.pawl.workflows.activity.collect.Collect;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/**
 * Removes old data that nothing needs: on every host, then in the database. Never touches a task that has not ended.
 */
@WorkflowInterface
public interface CollectWorkflow {
    String TYPE = "CollectWorkflow";

    @WorkflowMethod
    CollectReport run(Collect input);
}
