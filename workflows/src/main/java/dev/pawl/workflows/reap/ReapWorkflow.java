package dev.pawl.workflows.reap;

import dev.pawl.workflows.activity.reap.Reap;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Closes what nothing else will: compares the database, the engine and every host. */
@WorkflowInterface
public interface ReapWorkflow {
    String TYPE = "ReapWorkflow";

    @WorkflowMethod
    ReapReport run(Reap input);
}
