package dev.pawl.task.reap;

import dev.pawl.db.plan.PlanResult;
import dev.pawl.db.plan.PlanRow;
import dev.pawl.task.EngineIdentity;
import dev.pawl.workflows.model.outcome.Cause;
import dev.pawl.workflows.model.outcome.Delivery;
import dev.pawl.workflows.model.plan.PlanOutcome;
import dev.pawl.workflows.model.plan.PlanStatus;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowException;
import io.temporal.client.WorkflowNotFoundException;

/** The engine's view of plans. */
public final class PlanWorkflows {
    private final WorkflowClient client;
    private final AskedEngine engine;

    public PlanWorkflows(WorkflowClient client, EngineIdentity engine) {
        this.client = client;
        this.engine = new AskedEngine(client, engine);
    }

    /**
     * The current state of a plan's workflow; later calls see nothing older.
     *
     * @throws io.temporal.client.WorkflowServiceException if the engine does not answer
     */
    EngineAnswer of(PlanRow plan) {
        return engine.about(plan.id(), plan.engine());
    }

    /** What a workflow that completed left for the plan's row. */
    PlanResult completed(PlanRow plan) {
        try {
            PlanOutcome outcome = client.newUntypedWorkflowStub(plan.id()).getResult(PlanOutcome.class);
            return new PlanResult(
                    plan.id(),
                    outcome.status().wire(),
                    outcome.cause().wire(),
                    outcome.reason(),
                    outcome.head(),
                    outcome.delivery().state().wire(),
                    outcome.delivery().detail());
        } catch (WorkflowException e) {
            return failed(plan, "its workflow completed without an outcome");
        }
    }

    static PlanResult closed(PlanRow plan, EngineAnswer.Closed closed) {
        return switch (closed.outcome()) {
            case CANCELLED -> result(plan, PlanStatus.CANCELLED, Cause.NONE, closed.how());
            case ACCEPTED, PARTIAL, REJECTED, FAILED -> failed(plan, closed.how());
        };
    }

    /** Asks a task of a plan to end; nothing happens if it has ended. */
    void cancel(String taskId) {
        try {
            client.newUntypedWorkflowStub(taskId).cancel();
        } catch (WorkflowNotFoundException ended) {
            // Its row is compared like that of any other task.
        }
    }

    private static PlanResult failed(PlanRow plan, String how) {
        return result(plan, PlanStatus.FAILED, Cause.INTERNAL, how);
    }

    private static PlanResult result(PlanRow plan, PlanStatus status, Cause cause, String how) {
        return new PlanResult(
                plan.id(),
                status.wire(),
                cause.wire(),
                how,
                plan.headCommit(),
                Delivery.NONE.state().wire(),
                "");
    }
}
