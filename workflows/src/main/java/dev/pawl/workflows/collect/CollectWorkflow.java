package dev.pawl.workflows.collect;

import dev.pawl.workflows.activity.collect.Collect;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Removes what is old and nothing needs: on every host, then in the database. Never of a task that has not ended. */
@WorkflowInterface
public interface CollectWorkflow {
    String TYPE = "CollectWorkflow";

    @WorkflowMethod
    CollectReport run(Collect input);
}
